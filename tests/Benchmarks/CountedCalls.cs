using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Azure.Core;
using Azure.Core.Pipeline;

namespace StrengthDays.Benchmarks;

/// <summary>What storage was asked: each request is a transaction.</summary>
internal sealed class StorageCount : HttpPipelinePolicy
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public void Add() => Interlocked.Increment(ref _count);

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Add();
        return ProcessNextAsync(message, pipeline);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("The clients are asynchronous only.");
}

/// <summary>A store whose calls are counted: in SQLite each is one transaction.</summary>
[SuppressMessage("Performance", "CA1852", Justification = "A class made at run time derives from it.")]
internal class CountedCalls<T> : DispatchProxy
    where T : class
{
    private T _store = null!;
    private StorageCount _count = null!;

    public static T Of(T store, StorageCount count)
    {
        var counted = Create<T, CountedCalls<T>>();
        ((CountedCalls<T>)(object)counted)._store = store;
        ((CountedCalls<T>)(object)counted)._count = count;
        return counted;
    }

    protected override object? Invoke(MethodInfo? method, object?[]? arguments)
    {
        _count.Add();
        return method!.Invoke(_store, BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }
}
