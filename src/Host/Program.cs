using StrengthDays.Host.Commands;

return args switch
{
    ["simulate", .. var rest] => await SimulateCommand.RunAsync(rest),
    ["serve", .. var rest] => await ServeCommand.RunAsync(rest),
    ["--help" or "-h" or "help", ..] => HelpCommand.Print(),
    [['-', ..], ..] or [] => await ServeCommand.RunAsync(args),
    [var other, ..] => HelpCommand.Unknown(other),
};
