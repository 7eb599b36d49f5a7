using System.Text;

namespace Bitrix24.Emulator.Entities;

/// <summary>The names of universal methods: <c>STAGE_ID</c> is <c>stageId</c>, <c>UF_CRM_44_172</c> is <c>ufCrm44_172</c>.</summary>
internal static class CamelCase
{
    public static string Of(string name)
    {
        var parts = name.Split('_', StringSplitOptions.RemoveEmptyEntries);
        var text = new StringBuilder();
        for (var i = 0; i < parts.Length; i++)
        {
            var part = parts[i].ToLowerInvariant();
            if (i > 0 && i == parts.Length - 1 && part.All(char.IsAsciiDigit))
                text.Append('_').Append(part);
            else if (i == 0)
                text.Append(part);
            else
                text.Append(char.ToUpperInvariant(part[0])).Append(part, 1, part.Length - 1);
        }

        return text.ToString();
    }

    /// <summary>The stored name of a camel-case one.</summary>
    public static string Back(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var digits = char.IsAsciiDigit(name[i]) && i > 0 && char.IsAsciiLetter(name[i - 1]);
            if (i > 0 && (char.IsAsciiLetterUpper(name[i]) || digits) && text[^1] != '_')
                text.Append('_');
            text.Append(char.ToUpperInvariant(name[i]));
        }

        return text.ToString();
    }
}
