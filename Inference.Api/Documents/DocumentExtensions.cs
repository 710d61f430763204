using AspireMl.Inference.Api.Uploads;

namespace AspireMl.Inference.Api.Documents;

static class DocumentExtensions
{
    public static IHostApplicationBuilder AddDocuments(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<UploadOptions>().BindConfiguration("Uploads").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<UploadBudget>();
        builder.Services.AddSingleton<FormUploads>();
        builder.Services.AddSingleton<ImageFormReader>();
        builder.Services.AddSingleton<AnswerMetrics>();
        builder.Services.AddSingleton<DocumentQuestions>();
        builder.Services.AddSingleton<DocumentTexts>();
        return builder;
    }
}
