namespace StrengthDays.Host.Commands;

internal static class HelpCommand
{
    private const string Text = """
        Strength Days

          [serve] [--urls URL] [--Data DIR] [--SETTING VALUE ...]
              serves the site, by default on http://localhost:7071 with its data in ./data

          simulate QUESTIONNAIRE.json --from DATE --to DATE --out DIR
              writes every mail of that time, as a runner would get it

          Settings may also be environment variables, A__B for A:B:
              Store            sqlite, tables (with Tables:ConnectionString or Tables:Endpoint, and Links:Key)
              Mail:Transport   outbox, smtp, acs
              Mail:From        e.g. "Strength Days <coach@example.com>"
              SignUp:PerHour, SignUp:PerClientPerHour
                               caps on sign-ups from all and from one client address, 0 is none
              PublicUrl        where runners reach the site
        """;

    public static int Print()
    {
        Console.WriteLine(Text);
        return 0;
    }

    public static int Unknown(string command)
    {
        Console.Error.WriteLine($"There is no command \"{command}\"; --help lists them.");
        return 2;
    }
}
