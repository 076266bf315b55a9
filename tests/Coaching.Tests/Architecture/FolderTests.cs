namespace StrengthDays.Coaching.Tests.Architecture;

/// <summary>What a folder keeps to itself. Each is one file pattern and the one place it may stand in.</summary>
public sealed class FolderTests
{
    [Fact]
    public void Only_the_folder_of_time_knows_NodaTime() =>
        Assert.Empty(Repository.Strays(@"\bNodaTime\b", "^src/Coaching/Time/"));

    [Fact]
    public void Only_the_sqlite_store_knows_SQLite() =>
        Assert.Empty(Repository.Strays(@"\b(Microsoft\.Data\.Sqlite|SQLitePCL|Sqlite(Connection|Command|Exception))\b", "^src/Coaching/Storage/Sqlite/"));

    [Fact]
    public void Only_the_Azure_adapters_know_Azure() =>
        Assert.Empty(Repository.Strays(@"\busing (static )?Azure\b", "^src/(AzureClients/|Coaching/Storage/Tables/|Coaching/Mail/Acs)"));

    [Fact]
    public void Only_functions_have_triggers() =>
        Assert.Empty(Repository.Strays(@"\[(Function|HttpTrigger|TimerTrigger|QueueTrigger|QueueOutput)\(", "^src/Functions/"));

    [Fact]
    public void Only_the_function_endpoints_and_the_outbox_page_are_mapped() =>
        Assert.Empty(Repository.Strays(@"\.Map(Get|Post|Put|Patch|Delete|Methods|Fallback|Group)?\(", "^src/Host/(Http/HttpFunctions|OutboxPage)\\.cs$"));

    [Fact]
    public void Nothing_but_the_composition_names_an_adapter() =>
        Assert.Empty(Repository.Strays(
            @"using StrengthDays\.Coaching\.Storage\.(Sqlite|Tables)\b",
            "^src/(Coaching/(Storage/(Sqlite|Tables)/|CoachingServices\\.cs$)|Host/Simulation/)"));

    [Fact]
    public void Only_the_signatures_of_the_protocol_clients_ask_the_machine_for_the_time() =>
        Assert.Empty(Repository.Strays(
            @"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b|\bTimeZoneInfo\.Local\b|\bStopwatch\b", "^src/AzureClients/"));

    [Fact]
    public void Only_the_host_writes_to_the_console() =>
        Assert.Empty(Repository.Strays(@"\bConsole\.", "^src/Host/"));
}
