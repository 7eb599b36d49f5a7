namespace Bitrix24.Package.Tests;

[CollectionDefinition(nameof(Packed))]
public sealed class Packed : ICollectionFixture<PackedPackage>;
