namespace StrengthDays.Host.Simulation;

/// <summary>The message is one sentence for whoever typed the command.</summary>
internal sealed class SimulationException(string sentence) : Exception(sentence);
