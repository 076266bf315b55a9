using StrengthDays.Coaching.Settings;
using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Tests.Storage;

public sealed class PeopleHashTests
{
    private static string Hash(string key, string? previous = null, string? people = null) =>
        new PeopleHash(new LinkKeys(key, previous, people)).Of("ana@example.com");

    [Fact]
    public void A_person_is_found_again_while_the_previous_key_is_there()
    {
        Assert.Equal(Hash("first"), Hash("second", previous: "first"));
        Assert.NotEqual(Hash("first"), Hash("second"));
    }

    [Fact]
    public void With_a_key_of_their_own_people_are_found_whatever_becomes_of_the_others()
    {
        Assert.Equal(Hash("first"), Hash("second", previous: null, people: "first"));
        Assert.Equal(Hash("first"), Hash("third", previous: "second", people: "first"));
    }
}
