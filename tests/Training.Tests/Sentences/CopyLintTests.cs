namespace StrengthDays.Training.Tests.Sentences;

/// <summary>The lint finds what it is for.</summary>
public sealed class CopyLintTests
{
    [Theory]
    [InlineData("No cure, but it helps.")]
    [InlineData("We cannot guarantee anything.")]
    [InlineData("There are no guarantees.")]
    [InlineData("Strength will prevent injuries.")]
    [InlineData("Stay injury-free.")]
    [InlineData("You will run better.")]
    [InlineData("This prevents shin splints.")]
    [InlineData("Proven to work.")]
    [InlineData("Cuts the risk by 66 %.")]
    [InlineData("Cuts the risk by 50%.")]
    [InlineData("A study says so.")]
    [InlineData("You lose weight with it.")]
    [InlineData("It burns body fat.")]
    [InlineData("You do not get bulky.")]
    [InlineData("Strength makes runners faster.")]
    [InlineData("It reduces injuries.")]
    [InlineData("What you have built stays.")]
    [InlineData("Stronger runners are more resilient.")]
    public void A_promise_a_number_or_a_claim_of_ones_own_is_a_fault(string sentence) =>
        Assert.NotEmpty(CopyLint.Faults(sentence));

    [Theory]
    [InlineData("Coaches use work on one leg to even out imbalances.")]
    [InlineData("Trained strength usually outlasts two weeks of rest.")]
    [InlineData("load step 2: dumbbells at most 10 % heavier than in step 1")]
    [InlineData("14 days with body weight only and 2 sets: learn the movements before load comes.")]
    [InlineData("dumbbells: a weight you could lift 5 times more than asked")]
    public void What_is_hedged_or_says_what_to_do_is_none(string sentence) => Assert.Empty(CopyLint.Faults(sentence));
}
