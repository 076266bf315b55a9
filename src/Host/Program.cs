using StrengthDays.Host.Commands;

return args switch
{
    ["--help" or "-h" or "help", ..] or [_, "--help" or "-h", ..] => HelpCommand.Print(),
    ["simulate", .. var rest] => await SimulateCommand.RunAsync(rest),
    ["serve", .. var rest] => await ServeCommand.RunAsync(rest),
    [['-', ..], ..] or [] => await ServeCommand.RunAsync(args),
    [var other, ..] => HelpCommand.Unknown(other),
};
