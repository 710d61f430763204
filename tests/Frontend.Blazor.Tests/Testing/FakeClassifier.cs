using AspireMl.Contracts.Images;
using AspireMl.Contracts.Inferences;
using AspireMl.Contracts.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace AspireMl.Frontend.Blazor.Tests.Testing;

/// <summary>The part of the HTTP contract about images: a classifier of three labels.</summary>
internal sealed class FakeClassifier
{
    public const string Name = "objects-10";

    // Four pixels: white, light, dark, black.
    static readonly byte[] Grey = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAAAAABX3VL4AAAADklEQVR4nGP4v4ohlAEACFMB/0LTc7gAAAAASUVORK5CYII=");

    /// <summary>The files that were sent, with whether a heat map was asked for.</summary>
    public List<(string File, bool Explain)> Asked { get; } = [];

    /// <summary>The ids of the answers that were given.</summary>
    public List<Guid> Answers { get; } = [];

    /// <summary>What was said of answers.</summary>
    public List<Feedback> Verdicts { get; } = [];

    /// <summary>Answered instead of anything while set.</summary>
    public IResult? Refusal { get; set; }

    public static ModelSummary Summary { get; } = new(
        Name, ModelTasks.ImageClassification, Ready: true, Status: null, new Dictionary<string, string> { [ModelAliases.Champion] = "1.0.0" },
        [
            new()
            {
                Name = Name, Version = "1.0.0", Task = ModelTasks.ImageClassification, Description = "Tells cats, dogs and trucks apart.", License = "MIT", Architecture = "resnet",
                Files = new Dictionary<string, string>(), Graph = "model.onnx", Inputs = [], Outputs = [],
                Image = new()
                {
                    Width = 32, Height = 32, Colours = "rgb", Mean = [0.5, 0.5, 0.5], Deviation = [0.25, 0.25, 0.25], Activation = "softmax",
                    Labels = ["cat", "dog", "truck"], Logits = "logits", Maps = "maps", Embedding = "embedding",
                },
            },
        ]);

    public void Reset()
    {
        Asked.Clear();
        Answers.Clear();
        Verdicts.Clear();
        Refusal = null;
    }

    /// <summary>Notes what was said of an answer; false when there is none of this id.</summary>
    public bool Judge(Guid id, Feedback feedback)
    {
        Verdicts.Add(feedback);
        return Answers.Contains(id);
    }

    public void Map(WebApplication app) => app.MapPost("/v1/images/classify", async (HttpRequest request, bool explain = false) =>
    {
        var image = (await request.ReadFormAsync()).Files.Single();
        if (Refusal is not null)
        {
            return Refusal;
        }

        Asked.Add((image.FileName, explain));
        Answers.Add(Guid.CreateVersion7());
        LabelConfidence[] predictions = [new("cat", 0.9123), new("dog", 0.0873), new("truck", 0.0004)];
        return Results.Ok(new ImageAnswer(Answers[^1], new(Name, "1.0.0"), predictions, explain ? new(Grey, Grey) : null));
    });
}
