namespace Azure.Data.Tables;

public enum TableUpdateMode
{
    /// <summary>Columns that the entity does not name stay.</summary>
    Merge = 0,

    /// <summary>Columns that the entity does not name are removed.</summary>
    Replace = 1,
}

public enum TableTransactionActionType
{
    Add = 0,
    UpdateMerge = 1,
    UpdateReplace = 2,
    Delete = 3,
    UpsertMerge = 4,
    UpsertReplace = 5,
}
