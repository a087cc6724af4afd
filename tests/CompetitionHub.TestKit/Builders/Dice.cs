using System.Globalization;
using System.Text.Json.Nodes;

namespace CompetitionHub.TestKit.Builders;

/// <summary>Seeded chance for generated schemes and marks: the same seed makes the same contest for ever.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>From 0 up to, not including, a number.</summary>
    public int Below(int most) => random.Next(most);

    public int Between(int least, int most) => random.Next(least, most + 1);

    /// <summary>True so many times of a hundred.</summary>
    public bool Falls(int percent) => random.Next(100) < percent;

    public T Of<T>(params ReadOnlySpan<T> choices) => choices[random.Next(choices.Length)];

    public T[] Shuffled<T>(IEnumerable<T> items)
    {
        var shuffled = items.ToArray();
        random.Shuffle(shuffled);
        return shuffled;
    }

    /// <summary>A decimal number between two whole ones, with at most so many decimals.</summary>
    public string Decimal(int least, int most, int decimals)
    {
        var scale = (long)Math.Pow(10, decimals);
        return Text(random.NextInt64(least * scale, most * scale + 1), decimals);
    }

    /// <summary>So many units of 10 to the minus decimals.</summary>
    public static string Text(long units, int decimals)
    {
        var digits = Math.Abs(units).ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        var text = decimals == 0 ? digits : $"{digits[..^decimals]}.{digits[^decimals..]}".TrimEnd('0').TrimEnd('.');
        return units < 0 && text != "0" ? "-" + text : text;
    }

    /// <summary>A number in JSON, digit by digit.</summary>
    public static JsonNode Number(string text) => JsonNode.Parse(text)!;

    /// <summary>An object of these properties; those without a value are left out.</summary>
    public static JsonObject Object(params IEnumerable<(string Name, JsonNode? Value)> properties) =>
        new(properties.Where(property => property.Value is not null).Select(property => KeyValuePair.Create(property.Name, property.Value)));
}
