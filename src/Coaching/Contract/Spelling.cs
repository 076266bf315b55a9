namespace StrengthDays.Coaching.Contract;

/// <summary>Finds what a mistyped name was meant to be.</summary>
internal static class Spelling
{
    /// <summary>" Did you mean sendAt?" or nothing.</summary>
    public static string Hint(string word, IReadOnlyList<string> known) =>
        Nearest(word, known) is { } nearest ? $" Did you mean {nearest}?" : "";

    /// <summary>The known word with the fewest edits, at most a third of its length; null when none is near.</summary>
    public static string? Nearest(string word, IReadOnlyList<string> known)
    {
        // As many edits as the lengths differ by are needed in any case.
        var near = known.Where(name => Math.Abs(name.Length - word.Length) <= Allowed(name));
        var best = near.MinBy(name => Edits(word, name));
        return best is not null && Edits(word, best) <= Allowed(best) ? best : null;
    }

    // A single letter is near every other one: only its case may differ.
    private static int Allowed(string name) => name.Length < 2 ? 0 : Math.Max(1, name.Length / 3);

    // Levenshtein distance, letter case ignored, one row of the table at a time.
    private static int Edits(string a, string b)
    {
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            row[j] = j;
        foreach (var letter in a)
        {
            var diagonal = row[0]++;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToLowerInvariant(letter) == char.ToLowerInvariant(b[j - 1]);
                var edits = Math.Min(diagonal + (same ? 0 : 1), Math.Min(row[j], row[j - 1]) + 1);
                (diagonal, row[j]) = (row[j], edits);
            }
        }

        return row[b.Length];
    }
}
