namespace StrengthDays.Coaching.Settings;

/// <summary>
/// A setting that stops the start. The message is one sentence for the person who set it, without any secret.
/// </summary>
public sealed class SettingException(string sentence) : Exception(sentence);
