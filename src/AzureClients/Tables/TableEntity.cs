using System.Globalization;

namespace Azure.Data.Tables;

/// <summary>A row as names and values. Keys, time and ETag are entries too, the ETag under <c>odata.etag</c>.</summary>
public sealed partial class TableEntity : ITableEntity, IDictionary<string, object>
{
    private readonly Dictionary<string, object> _properties;

    public TableEntity() => _properties = [];

    public TableEntity(IDictionary<string, object>? values) => _properties = values is null ? [] : new(values);

    public TableEntity(string partitionKey, string rowKey)
        : this()
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    /// <summary>Null when a query did not select it.</summary>
    public string PartitionKey
    {
        get => GetString(EntityNames.PartitionKey)!;
        set => _properties[EntityNames.PartitionKey] = value;
    }

    /// <summary>Null when a query did not select it.</summary>
    public string RowKey
    {
        get => GetString(EntityNames.RowKey)!;
        set => _properties[EntityNames.RowKey] = value;
    }

    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(EntityNames.Timestamp);
        set => _properties[EntityNames.Timestamp] = value!;
    }

    public ETag ETag
    {
        get => new(GetString(EntityNames.ETag)!);
        set => _properties[EntityNames.ETag] = value.ToString();
    }

    public string? GetString(string key) => (string?)Get(key, typeof(string));

    public bool? GetBoolean(string key) => (bool?)Get(key, typeof(bool?));

    public int? GetInt32(string key) => (int?)Get(key, typeof(int?));

    public long? GetInt64(string key) => (long?)Get(key, typeof(long?));

    public double? GetDouble(string key) => (double?)Get(key, typeof(double?));

    public Guid? GetGuid(string key) => (Guid?)Get(key, typeof(Guid?));

    public DateTime? GetDateTime(string key) => (DateTime?)Get(key, typeof(DateTime?));

    public DateTimeOffset? GetDateTimeOffset(string key) => (DateTimeOffset?)Get(key, typeof(DateTimeOffset?));

    public byte[]? GetBinary(string key) => (byte[]?)Get(key, typeof(byte[]));

    public BinaryData? GetBinaryData(string key) => (BinaryData?)Get(key, typeof(BinaryData));

    private object? Get(string key, Type type)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return _properties.GetValueOrDefault(key) switch
        {
            null => null,
            DateTimeOffset time when type == typeof(DateTime?) => time.UtcDateTime,
            DateTime time when type == typeof(DateTimeOffset?) => new DateTimeOffset(time),
            byte[] bytes when type == typeof(BinaryData) => new BinaryData(bytes),
            var value when type.IsInstanceOfType(value) => value,
            var value => throw new InvalidOperationException(
                $"Cannot return {type} type for a {value.GetType()} typed property."),
        };
    }

    private void Set(string key, object value)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        _properties[key] = Coerced(_properties.GetValueOrDefault(key), value);
    }

    // A column keeps its type when an int is put over a long or a double, or a time over a text.
    private static object Coerced(object? existing, object value) => (existing, value) switch
    {
        (double, int whole) => (double)whole,
        (long, int whole) => (long)whole,
        (string, DateTime or DateTimeOffset) => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        _ => value,
    };
}
