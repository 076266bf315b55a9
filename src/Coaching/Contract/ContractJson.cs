using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Contract;

/// <summary>How the contract writes its values: dates, times, names of enums, lists of equipment.</summary>
internal static class ContractJson
{
    // Umlauts stay readable; <, >, & and quotes are escaped, so the text is safe inside a page too.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static byte[] Bytes(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, Options))
            write(json);
        return buffer.WrittenSpan.ToArray();
    }

    public static void WriteDate(this Utf8JsonWriter json, ReadOnlySpan<byte> name, DateOnly date)
    {
        json.WritePropertyName(name);
        json.WriteDateValue(date);
    }

    public static void WriteDateValue(this Utf8JsonWriter json, DateOnly date)
    {
        Span<byte> text = stackalloc byte[10];
        _ = date.TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        json.WriteStringValue(text);
    }

    public static void WriteTime(this Utf8JsonWriter json, ReadOnlySpan<byte> name, TimeOnly time)
    {
        Span<byte> text = stackalloc byte[5];
        _ = time.TryFormat(text, out _, "HH:mm", CultureInfo.InvariantCulture);
        json.WriteString(name, text);
    }

    public static void WriteName<T>(this Utf8JsonWriter json, ReadOnlySpan<byte> name, T value)
        where T : struct, Enum => json.WriteString(name, EnumNames<T>.Of(value));

    public static void WriteNumberOrNull(this Utf8JsonWriter json, ReadOnlySpan<byte> name, int? number)
    {
        if (number is { } value)
            json.WriteNumber(name, value);
        else
            json.WriteNull(name);
    }

    public static void WriteArray<T>(
        this Utf8JsonWriter json, ReadOnlySpan<byte> name, ImmutableArray<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WritePropertyName(name);
        json.WriteList(items, write);
    }

    public static void WriteList<T>(this Utf8JsonWriter json, ImmutableArray<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray();
        foreach (var item in items)
            write(json, item);
        json.WriteEndArray();
    }

    public static void WriteEquipment(this Utf8JsonWriter json, ReadOnlySpan<byte> name, Equipment things)
    {
        json.WriteStartArray(name);
        foreach (var thing in EquipmentNames.List(things))
            json.WriteStringValue(thing);
        json.WriteEndArray();
    }
}
