using System.Globalization;
using System.Text;

namespace Bitrix24.LoadModel;

/// <summary>Reads a printed formula by its grammar; each part is null where the text goes wrong.</summary>
internal sealed class FormulaReader(string text)
{
    /// <summary>Parts within parts; no formula of <see cref="RequestCount.MaximumWeight"/> parts has more.</summary>
    private const int MaximumDepth = RequestCount.MaximumWeight;

    private int at;
    private int depth;

    public RequestCount? Read() => Sum() is { } sum && IsAtEnd ? sum : null;

    private bool IsAtEnd => Next == '\0' && at == text.Length;

    /// <summary>The character after any white space; none at the end.</summary>
    private char Next
    {
        get
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
                at++;
            return at < text.Length ? text[at] : '\0';
        }
    }

    /// <summary><c>1 + 2·deals + ?</c></summary>
    private RequestCount? Sum()
    {
        var sum = Product();
        while (sum is not null && Skip('+'))
            sum = Product() is { } product ? sum + product : null;
        return sum;
    }

    /// <summary><c>2·deals·⌈leads/50⌉</c></summary>
    private RequestCount? Product()
    {
        var product = Part();
        while (product is not null && Skip('·'))
            product = Part() is { } part ? product * part : null;
        return product;
    }

    private RequestCount? Part()
    {
        if (++depth > MaximumDepth)
            return null;
        var part = PartOf(Next);
        depth--;
        return part;
    }

    private RequestCount? PartOf(char first) => first switch
    {
        '?' when Skip('?') => RequestCount.Unknown(RequestCount.NotSaid),
        '⌈' when Skip('⌈') => Ceiling(),
        SizeText.Quote when Skip(SizeText.Quote) => Quoted(),
        >= '0' and <= '9' => Number() is { } number ? RequestCount.Of(number) : null,
        var letter when SizeText.Begins(letter) => Named(),
        _ => null,
    };

    /// <summary><c>⌈deals/50⌉</c> or <c>⌈(1 + deals)/50⌉</c>, after its first sign.</summary>
    private RequestCount? Ceiling()
    {
        var dividend = !Skip('(') ? Product() : Sum() is { } sum && Skip(')') ? sum : null;
        return dividend is not null && Skip('/') && Number() is > 0 and <= int.MaxValue and var divisor && Skip('⌉')
            ? dividend.CeilingDivide((int)divisor)
            : null;
    }

    /// <summary><c>deals</c> or <c>max(deals, leads)</c></summary>
    private RequestCount? Named()
    {
        var name = While(SizeText.GoesOn);
        if (name != "max" || !Skip('('))
            return RequestCount.Size(name);

        var largest = Sum();
        while (largest is not null && Skip(','))
            largest = Sum() is { } other ? RequestCount.Max(largest, other) : null;
        return Skip(')') ? largest : null;
    }

    private RequestCount? Quoted()
    {
        var name = new StringBuilder();
        while (true)
        {
            name.Append(While(character => character != SizeText.Quote));
            if (at++ >= text.Length)
                return null;
            if (at >= text.Length || text[at] != SizeText.Quote)
                return string.IsNullOrWhiteSpace(name.ToString()) ? null : RequestCount.Size(name.ToString());
            name.Append(text[at++]);
        }
    }

    private long? Number() =>
        Next is >= '0' and <= '9' && long.TryParse(While(character => character is >= '0' and <= '9'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private string While(Func<char, bool> belongs)
    {
        var start = at;
        while (at < text.Length && belongs(text[at]))
            at++;
        return text.Substring(start, at - start);
    }

    private bool Skip(char character)
    {
        if (Next != character || IsAtEnd)
            return false;
        at++;
        return true;
    }
}
