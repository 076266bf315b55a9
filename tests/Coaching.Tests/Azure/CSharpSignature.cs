using System.Globalization;
using System.Reflection;

namespace StrengthDays.Coaching.Tests.Clients;

/// <summary>What other assemblies can see of a type, as C# writes it.</summary>
internal static class CSharpSignature
{
    private const BindingFlags Declared = BindingFlags.DeclaredOnly
        | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void", [typeof(object)] = "object", [typeof(string)] = "string", [typeof(bool)] = "bool",
        [typeof(byte)] = "byte", [typeof(int)] = "int", [typeof(long)] = "long", [typeof(double)] = "double",
    };

    public static string Of(Type type)
    {
        var bases = new[] { type.BaseType }
            .Where(b => b is not null && b != typeof(object) && b != typeof(ValueType) && b != typeof(Enum))
            .Concat(type.IsEnum ? [] : type.GetInterfaces().Except(type.BaseType?.GetInterfaces() ?? []))
            .Select(b => Name(b!)).Order(StringComparer.Ordinal).ToList();
        var name = type.IsNested ? $"{Name(type.DeclaringType!)}.{Name(type)}" : Name(type);
        return $"{Kind(type)} {type.Namespace}.{name}{(bases.Count > 0 ? $" : {string.Join(", ", bases)}" : "")}";
    }

    public static IEnumerable<string> Members(Type type) => type.IsEnum
        ? Enum.GetValues(type).Cast<object>().Select(v => $"{v} = {Convert.ToInt32(v, CultureInfo.InvariantCulture)}")
        : type.GetConstructors(Declared).Where(Visible).Select(c => $"{Access(c)}{Name(type)}({Parameters(c)})")
            .Concat(type.GetProperties(Declared).Where(p => Visible(p.GetMethod!)).Select(Property))
            .Concat(type.GetMethods(Declared).Where(m => Visible(m) && !Accessor(m)).Select(Method))
            .Concat(type.GetFields(Declared).Where(f => f.IsPublic).Select(Constant));

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsValueType: true } => "readonly struct",
        { IsInterface: true } => "interface",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsSealed: true } => "sealed class",
        { IsAbstract: true } => "abstract class",
        _ => "class",
    };

    private static string Property(PropertyInfo property)
    {
        var index = property.GetIndexParameters() is [var key] ? $"this[{Parameter(key)}]" : property.Name;
        var set = property.SetMethod is { } setter && Visible(setter) ? " set;" : "";
        return $"{Modifiers(property.GetMethod!)}{Name(property.PropertyType)} {index} {{ get;{set} }}";
    }

    private static string Constant(FieldInfo field) =>
        $"const {Name(field.FieldType)} {field.Name} = \"{field.GetRawConstantValue()}\"";

    private static string Method(MethodInfo method)
    {
        var arguments = method.GetGenericArguments();
        var generic = arguments.Length > 0 ? $"<{string.Join(", ", arguments.Select(Name))}>" : "";
        var name = method.Name switch
        {
            "op_Equality" => $"{Name(method.ReturnType)} operator ==",
            "op_Inequality" => $"{Name(method.ReturnType)} operator !=",
            "op_Implicit" => $"implicit operator {Name(method.ReturnType)}",
            _ => $"{Name(method.ReturnType)} {method.Name}",
        };
        return $"{Modifiers(method)}{name}{generic}({Parameters(method)}){string.Concat(arguments.Select(Constraint))}";
    }

    private static string Constraint(Type argument)
    {
        var constraints = argument.GetGenericParameterConstraints().Select(Name);
        var isClass = argument.GenericParameterAttributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint);
        return $" where {argument.Name} : {string.Join(", ", isClass ? constraints.Prepend("class") : constraints)}";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var type = parameter.ParameterType is { IsByRef: true } reference
            ? $"out {Name(reference.GetElementType()!)}"
            : Name(parameter.ParameterType);
        return $"{type} {parameter.Name}{(parameter.IsOptional ? $" = {Default(parameter)}" : "")}";
    }

    private static string Default(ParameterInfo parameter) => parameter.ParameterType switch
    {
        { IsEnum: true } type => $"{type.Name}.{Enum.ToObject(type, parameter.DefaultValue!)}",
        { IsValueType: true } type when Nullable.GetUnderlyingType(type) is null => "default",
        _ => "null",
    };

    private static string Name(Type type) =>
        Nullable.GetUnderlyingType(type) is { } underlying ? $"{Name(underlying)}?"
        : type.IsArray ? $"{Name(type.GetElementType()!)}[]"
        : Keywords.TryGetValue(type, out var keyword) ? keyword
        : type.GetGenericArguments() is { Length: > 0 } arguments
            ? $"{type.Name.Split('`')[0]}<{string.Join(", ", arguments.Select(Name))}>"
        : type.Name;

    private static string Modifiers(MethodInfo method) => Access(method) + method switch
    {
        { IsStatic: true } => "static ",
        { DeclaringType.IsInterface: true } => "",
        { IsAbstract: true } => "abstract ",
        { IsVirtual: true, IsFinal: false } => method.GetBaseDefinition() == method ? "virtual " : "override ",
        _ => "",
    };

    private static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    private static bool Visible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool Accessor(MethodInfo method) =>
        method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);
}
