using System.Text.Json;
using System.Text.Json.Serialization;
using AspireMl.Contracts.Models;
using AspireMl.Modeling.Documents.Readers;
using AspireMl.Modeling.Images;
using AspireMl.Modeling.Tabular;

namespace AspireMl.Modeling.ModelPackages;

/// <summary>How cards and samples are written. Unknown fields are passed over, so that newer cards stay readable.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    WriteIndented = true,
    NewLine = "\n",
    AllowDuplicateProperties = false,
    PropertyNameCaseInsensitive = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ModelCard))]
[JsonSerializable(typeof(DocumentSample))]
[JsonSerializable(typeof(TabularSample))]
[JsonSerializable(typeof(ImageSample))]
sealed partial class ModelPackageJson : JsonSerializerContext;
