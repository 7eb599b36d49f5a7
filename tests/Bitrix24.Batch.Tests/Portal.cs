namespace Bitrix24.Batch.Tests;
