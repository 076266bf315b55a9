using System.Text.RegularExpressions;

namespace StrengthDays.Training.Tests.Sentences;

/// <summary>
/// What no sentence of the product may say: promises, statistics, claims about weight, and effects that nobody is named
/// for or that are not hedged (R008, R090 to R093, R149, D14, D15).
/// </summary>
public static partial class CopyLint
{
    /// <summary>What is wrong with a text of one or more sentences; nothing when all is well.</summary>
    public static IEnumerable<string> Faults(string text)
    {
        foreach (Match word in Forbidden().Matches(text))
            yield return $"the word '{word.Value}' in '{text}'";
        foreach (Match number in Statistic().Matches(text))
            yield return $"the statistic '{number.Value}' in '{text}'";
        foreach (var sentence in Sentences().Split(text))
            if (Promise().Match(sentence) is { Success: true } promise)
                yield return $"the promise '{promise.Value}' in '{text}'";
            else if (Weight().Match(sentence) is { Success: true } weight)
                yield return $"'{weight.Value}' about weight in '{text}'";
            else if (Effect().Match(sentence) is { Success: true } effect && !Hedge().IsMatch(sentence))
                yield return $"the effect '{effect.Value}' without a hedge in '{text}'";
    }

    [GeneratedRegex(@"(?<=[.!?;])\s+")]
    private static partial Regex Sentences();

    [GeneratedRegex(@"\bcur(e|es|ed|ing)\b|\w*guarant\w*", RegexOptions.IgnoreCase)]
    private static partial Regex Forbidden();

    // Loads rise by "at most 10 %".
    [GeneratedRegex(
        @"(?<!at most )\b\d+ ?%|\bper ?cent\b|\bBJSM\b|meta-analys\w+|\bstud(y|ies)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Statistic();

    [GeneratedRegex(
        @"\b(will|shall|won't|never) (\w+ )?(prevent|protect|heal|fix|reduce|improve|boost|avoid|get|make|keep|be)\b"
        + @"|\b(injury|pain|risk)[- ]free\b|\bproven\b|\bworks for every|\bfor (sure|certain)\b|\bbulletproof\b"
        + @"|\byou('ll| will) (run|be|get|feel|become)\b|\bprevents?\b|\bheals?\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Promise();

    [GeneratedRegex(
        @"\b(los(e|es|ing)|gain(s|ing)?|shed(s|ding)?|drop(s|ping)?|burn(s|ing)?) \w* ?(weight|fat|kilos?|pounds?)\b"
        + @"|\bbulk(y|ing|ier)?\b|\bslim(mer|ming)?\b|\bcalorie|\bbody weight (rises|falls|may|will)|\bleaner\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Weight();

    [GeneratedRegex(
        @"\binjur\w+|\bfaster\b|\befficien\w+|\brunning economy\b|\bVO2|\blactate\b|\bresilien\w+|\bimbalance\w*"
        + @"|\bimprov\w+|\boutlast\w*|\breduc\w+|\bresults?\b|\badapt\w+|\bmore power\b|\bbuilds (strength|muscle)\b"
        + @"|\beven out\b|\bhave built stays\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Effect();

    [GeneratedRegex(@"\b(can|may|might|could|often|usually|many|some|most|said|says?|coach(es)?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Hedge();
}
