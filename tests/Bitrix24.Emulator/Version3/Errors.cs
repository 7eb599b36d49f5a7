using Bitrix24.Emulator.Calls;

namespace Bitrix24.Emulator.Version3;

/// <summary>The error codes of REST 3.0.</summary>
internal static class Errors
{
    private const string Prefix = "BITRIX_REST_V3_EXCEPTION_";

    public const string InvalidJson = Prefix + "INVALIDJSONEXCEPTION";
    public const string InvalidSelect = Prefix + "INVALIDSELECTEXCEPTION";
    public const string InvalidFilter = Prefix + "INVALIDFILTEREXCEPTION";
    public const string InvalidOrder = Prefix + "INVALIDORDEREXCEPTION";
    public const string InvalidPagination = Prefix + "INVALIDPAGINATIONEXCEPTION";
    public const string UnknownField = Prefix + "UNKNOWNDTOPROPERTYEXCEPTION";
    public const string UnknownOperator = Prefix + "UNKNOWNFILTEROPERATOREXCEPTION";
    public const string NotFound = Prefix + "ENTITYNOTFOUNDEXCEPTION";
    public const string MethodNotFound = Prefix + "METHODNOTFOUNDEXCEPTION";
    public const string InsufficientScope = Prefix + "INSUFFICIENTSCOPEEXCEPTION";
    public const string Validation = Prefix + "VALIDATION_REQUESTVALIDATIONEXCEPTION";
    public const string KeyReused = Prefix + "IDEMPOTENCYKEYREUSEDEXCEPTION";
    public const string InvalidKey = Prefix + "INVALIDIDEMPOTENCYKEYEXCEPTION";

    public static RestError Required(string field) => new(Validation, 400, $"Required field `{field}` is not specified") { Field = field };

    public static RestError Invalid(string field, string message) => new(Validation, 400, message) { Field = field };
}
