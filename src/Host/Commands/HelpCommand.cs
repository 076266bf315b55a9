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
              Mail:Transport   outbox
                               smtp (with Mail:Smtp:Host, and :Port, :User, :Password where the server asks for them)
                               acs (with Mail:Acs:ConnectionString or Mail:Acs:Endpoint)
              Mail:From        e.g. "Strength Days <coach@example.com>"
              Mail:PerMinute, Mail:PerHour
                               mails that may leave, over all instances, 0 is no limit
              PublicUrl        where runners reach the site
              Links:Key        secret of the links in mails; Links:PreviousKey still opens those of the one before
              People:Key       secret of the hashes that stand for addresses, when Links:Key is to change
              Ops:Key          opens the operator's page /ops
              SignUp:PerHour, SignUp:PerClientPerHour
                               caps on sign-ups from all and from one client address, 0 is none
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
