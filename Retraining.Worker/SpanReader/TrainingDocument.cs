using AspireMl.Modeling.Documents.Ocr;

namespace AspireMl.Retraining.Worker.SpanReader;

/// <summary>A document whose words are known, with questions whose answers are known.</summary>
/// <param name="Id">Unique and stable; splits are decided by its hash.</param>
/// <param name="Group">Vendor or template: documents of one group never stand on both sides of a disjoint split.</param>
/// <param name="Document">Words with boxes, as the OCR would give them.</param>
/// <param name="Questions">What can be asked of it.</param>
public sealed record TrainingDocument(string Id, string Group, OcrDocument Document, IReadOnlyList<TrainingQuestion> Questions);

/// <summary>A question and its right answer.</summary>
/// <param name="Kind">What is asked for: <c>company</c>, <c>date</c>, <c>address</c>, <c>total</c>, <c>field</c> and others.</param>
/// <param name="Question">The question as a person would put it.</param>
/// <param name="Answer">The right answer, as it stands on the page.</param>
/// <param name="Phrasing">Names the wording, so that phrasings can be kept out of training; for <c>field</c> the label.</param>
public sealed record TrainingQuestion(string Kind, string Question, string Answer, string Phrasing);
