using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Dispatch;

/// <summary>A due row and what is to be done with it.</summary>
internal abstract record Job(DueRow Row);

/// <summary>A mail to hand over; the ledger's row says accepted until something else is known.</summary>
/// <param name="Following">Null for an immediate mail.</param>
internal sealed record SendJob(DueRow Row, Following? Following, MailMessage Mail, SentMail Sent) : Job(Row);

/// <summary>Nothing to hand over: skipped, expired, given up, or a date that turned out to hold nothing.</summary>
/// <param name="Following">Null for an immediate mail.</param>
/// <param name="Park">Keep the row where an operator sees it.</param>
internal sealed record CloseJob(DueRow Row, Following? Following, SentMail? Sent, bool Park = false) : Job(Row);

/// <summary>The plan needs a new revision before this row can be done.</summary>
internal sealed record ReviseJob(DueRow Row) : Job(Row);

/// <summary>A sign-up that nobody confirmed in time, or a plan whose erasure died before its end.</summary>
internal sealed record ForgetJob(DueRow Row, string Email) : Job(Row);

/// <summary>A row to be written anew from its plan: damaged, or held by a change that never ended.</summary>
internal sealed record RebuildJob(DueRow Row) : Job(Row);

/// <summary>A row that could not even be prepared; another time, or never.</summary>
internal sealed record DeferJob(DueRow Row, string Reason) : Job(Row);
