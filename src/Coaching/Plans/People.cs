using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Plans;

/// <summary>What we keep about addresses. A person's row is where two sign-ups of one address meet.</summary>
public sealed class People(IPlanStore plans, PeopleHash hash)
{
    public async Task<Person?> FindAsync(string email, CancellationToken cancellationToken) =>
        await plans.FindPersonAsync(hash.Of(email), cancellationToken);

    /// <param name="email">Canonical address.</param>
    /// <param name="decide">The person as it is to be; the same person for no change. May run more than once.</param>
    public async Task<Person> UpdateAsync(
        string email, Func<Person, Person> decide, CancellationToken cancellationToken)
    {
        while (true)
        {
            var person = await FindAsync(email, cancellationToken) ?? new Person(hash.Of(email));
            var next = decide(person);
            if (next == person || await plans.SavePersonAsync(next, cancellationToken))
                return next;
        }
    }

    /// <summary>
    /// Notes that a sign-up was confirmed and which plan it became; who confirmed may be asked again, and gets mail
    /// again. Done again, it changes nothing.
    /// </summary>
    public Task ConfirmAsync(PlanHeader signUp, PlanId plan, CancellationToken cancellationToken) => UpdateAsync(
        signUp.Inputs.Enrolment.Email,
        person => person.Plan == plan && person.Pending != signUp.Id
            ? person
            : person with
            {
                Plan = plan,
                Pending = person.Pending == signUp.Id ? null : person.Pending,
                Confirmations = 0,
                LastConfirmation = null,
                Suppressed = null,
            },
        cancellationToken);
}
