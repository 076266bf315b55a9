namespace StrengthDays.Training;

/// <summary>The exercise file is wrong; the message names row and reason, e.g. "E25: the cue is missing".</summary>
public sealed class CatalogueException(string message, Exception? inner = null) : Exception(message, inner);
