#!/usr/bin/python3
"""Trains the network of models/objects-10 on the CPU and exports it to ONNX.

    models/objects-10.py train  --data FOLDER --run RUN
    models/objects-10.py export --data FOLDER --run RUN --out models/objects-10

FOLDER holds cifar10-train.tar.gz and cifar10-test.tar.gz: {train,test}/<class>/<number>.jpg, 32 x 32 pixels. RUN is a
folder for what a run leaves: it goes on after the last whole epoch when it is started again. A tenth of the training
images is held out for validation and chooses between the weights of the last epoch and their moving average; the test
images are looked at once, by export. Needs Debian's python3-torch and python3-pil. With --without bird,deer,ship a backbone is
trained that has never seen these classes.
"""
import argparse
import collections
import hashlib
import io
import json
import pathlib
import struct
import tarfile
import time

import numpy
import torch
import torch.nn.functional as F
from PIL import Image
from torch import nn

NAME = "objects-10"
VERSION = "1.0.0"
SEED = 20264
PROJECTION_SEED = 20265
PROJECTED = 32
REFERENCES = 1000
BATCH = 256
WIDTHS = (48, 128, 192)
PEAK_RATE = 0.25
DECAY = 5e-4
SMOOTHING = 0.1
MEAN = (0.4914, 0.4822, 0.4465)
DEVIATION = (0.247, 0.2435, 0.2616)


def read_images(archive):
    """Returns the images as [N, 3, 32, 32] bytes, their labels, and the names of the classes in order."""
    found = collections.defaultdict(list)
    with tarfile.open(archive) as tar:
        for member in tar:
            if member.isfile():
                label, name = pathlib.PurePosixPath(member.name).parts[-2:]
                image = Image.open(io.BytesIO(tar.extractfile(member).read())).convert("RGB")
                found[label].append((name, numpy.asarray(image).transpose(2, 0, 1)))
    classes = sorted(found)
    images = [image for label in classes for _, image in sorted(found[label], key=lambda entry: entry[0])]
    labels = [place for place, label in enumerate(classes) for _ in found[label]]
    return torch.from_numpy(numpy.stack(images)), torch.tensor(labels), classes


def keep_classes(images, labels, classes, without):
    kept = [label for label in classes if label not in without]
    places = torch.tensor([kept.index(label) if label in kept else -1 for label in classes])[labels]
    return images[places >= 0], places[places >= 0], kept


def hold_out(labels, seed):
    """Returns the places of the training and of the validation images: a tenth of each class, at random."""
    generator = torch.Generator().manual_seed(seed)
    validation = []
    for label in labels.unique():
        places = (labels == label).nonzero().flatten()
        validation.append(places[torch.randperm(len(places), generator=generator)[: len(places) // 10]])
    validation = torch.cat(validation)
    kept = torch.ones(len(labels), dtype=torch.bool)
    kept[validation] = False
    return kept.nonzero().flatten(), validation


def to_input(images):
    """Scales bytes as the card's preprocessing does: to 0..1, less the mean, by the deviation."""
    scaled = images.float() / 255
    return (scaled - torch.tensor(MEAN).view(1, 3, 1, 1)) / torch.tensor(DEVIATION).view(1, 3, 1, 1)


class Layer(nn.Sequential):
    """3 x 3 convolution, pooling by two where asked for, normalisation, GELU."""

    def __init__(self, inputs, outputs, pool=False):
        super().__init__(
            nn.Conv2d(inputs, outputs, 3, padding=1, bias=False),
            nn.MaxPool2d(2) if pool else nn.Identity(),
            nn.BatchNorm2d(outputs),
            nn.GELU())


class Group(nn.Module):
    def __init__(self, inputs, outputs, pool):
        super().__init__()
        self.enter = Layer(inputs, outputs, pool)
        self.stay = Layer(outputs, outputs)

    def forward(self, x):
        x = self.enter(x)
        return x + self.stay(x)


class Network(nn.Module):
    """
    Residual network over 32 x 32 pixels: logits, the last feature maps [N, C, 7, 7] and their mean, the embedding [N, C].
    """

    def __init__(self, classes):
        super().__init__()
        # Fixed: the principal components of the 2 x 2 patches of the training images, each with both signs.
        self.whitening = nn.Conv2d(3, 24, 2, bias=False)
        self.whitening.weight.requires_grad = False
        first, second, third = WIDTHS
        self.groups = nn.Sequential(Group(24, first, True), Group(first, second, True), Group(second, third, False))
        self.head = nn.Linear(third, classes)

    def whiten(self, images):
        patches = F.unfold(images, 2).transpose(1, 2).reshape(-1, 12)
        values, vectors = torch.linalg.eigh(patches.T @ patches / len(patches))
        filters = (vectors / (values + 5e-4).sqrt()).T.reshape(12, 3, 2, 2)
        self.whitening.weight.data = torch.cat([filters, -filters])

    def forward(self, x):
        maps = self.groups(self.whitening(x))
        embedding = maps.mean((2, 3))
        return self.head(embedding), maps, embedding


def augment(images, flip):
    """Crops moved by up to two pixels over mirrored edges; each image is flipped in every other epoch."""
    padded = F.pad(images, (2, 2, 2, 2), mode="reflect")
    count = len(images)
    # Positions over the batch as one gather: [N, 32] rows and columns.
    rows = torch.randint(0, 5, (count, 1)) + torch.arange(32)
    columns = torch.randint(0, 5, (count, 1)) + torch.arange(32)
    moved = padded[torch.arange(count).view(-1, 1, 1), :, rows.unsqueeze(2), columns.unsqueeze(1)].permute(0, 3, 1, 2)
    return torch.where(flip.view(-1, 1, 1, 1), moved.flip(3), moved)


def side_at(progress):
    """Early epochs see smaller images: they cost less and teach the same coarse shapes."""
    return 24 if progress < 0.35 else 28 if progress < 0.5 else 32


def evaluate(network, images, labels):
    network.eval()
    right = 0
    with torch.inference_mode():
        for start in range(0, len(images), 1000):
            logits = network(to_input(images[start:start + 1000]).contiguous(memory_format=torch.channels_last))[0]
            right += (logits.argmax(1) == labels[start:start + 1000]).sum().item()
    return right / len(images)


def load_training(options):
    images, labels, classes = read_images(pathlib.Path(options.data) / "cifar10-train.tar.gz")
    return keep_classes(images, labels, classes, options.without)


def train(options):
    run = pathlib.Path(options.run)
    run.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(SEED)
    images, labels, classes = load_training(options)
    training, validation = hold_out(labels, SEED)
    network = Network(len(classes)).to(memory_format=torch.channels_last)
    network.whiten(to_input(images[training[::100]]))
    average = Network(len(classes))
    average.load_state_dict(network.state_dict())

    weights = [parameter for parameter in network.parameters() if parameter.requires_grad]
    optimizer = torch.optim.SGD(weights, lr=0.0, momentum=0.9, nesterov=True, weight_decay=DECAY)
    steps = len(training) // BATCH
    total = steps * options.epochs
    checkpoint = run / "checkpoint.pt"
    begin = 0
    if checkpoint.exists():
        state = torch.load(checkpoint)
        network.load_state_dict(state["network"])
        average.load_state_dict(state["average"])
        optimizer.load_state_dict(state["optimizer"])
        torch.set_rng_state(state["random"])
        begin = state["epoch"]
    first_flip = torch.rand(len(images), generator=torch.Generator().manual_seed(SEED)) < 0.5

    for epoch in range(begin, options.epochs):
        started = time.time()
        network.train()
        order = training[torch.randperm(len(training))]
        side = side_at(epoch / options.epochs)
        for step in range(steps):
            done = (epoch * steps + step) / total
            rate = PEAK_RATE * (done / 0.2 if done < 0.2 else (1 - done) / 0.8)
            optimizer.param_groups[0]["lr"] = max(rate, 1e-4)
            places = order[step * BATCH:(step + 1) * BATCH]
            batch = augment(to_input(images[places]), first_flip[places] ^ bool(epoch % 2))
            if side != 32:
                batch = F.interpolate(batch, side, mode="bilinear", align_corners=False, antialias=True)
            loss = F.cross_entropy(network(batch.contiguous(memory_format=torch.channels_last))[0], labels[places], label_smoothing=SMOOTHING)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            optimizer.step()
            with torch.no_grad():
                for slow, fast in zip(average.state_dict().values(), network.state_dict().values()):
                    if slow.dtype.is_floating_point:
                        slow.lerp_(fast, 0.01)
                    else:
                        slow.copy_(fast)
            if options.steps and step + 1 == options.steps:
                print(f"{(time.time() - started) / (step + 1):.3f} s a step of {steps} at side {side}", flush=True)
                return
        torch.save({"network": network.state_dict(), "average": average.state_dict(), "optimizer": optimizer.state_dict(),
                    "random": torch.get_rng_state(), "epoch": epoch + 1, "classes": classes}, checkpoint)
        held = images[validation], labels[validation]
        print(f"epoch {epoch + 1}: loss {loss.item():.3f}, validation {evaluate(network, *held):.4f}, "
              f"average {evaluate(average, *held):.4f}, {time.time() - started:.0f} s", flush=True)


class Mirrored(nn.Module):
    """
    The network shown an image and its mirror image. The means of both maps are one embedding, so that logits, embedding and maps still
    belong together: the head is linear, and the maps are turned back before they are averaged.
    """

    def __init__(self, network):
        super().__init__()
        self.network = network

    def forward(self, image):
        maps = (self.maps(image) + self.maps(image.flip(3)).flip(3)) / 2
        embedding = maps.mean((2, 3))
        return self.network.head(embedding), maps, embedding

    def maps(self, image):
        return self.network.groups(self.network.whitening(image))


def answer(model, images):
    with torch.inference_mode():
        parts = [model(to_input(images[start:start + 500])) for start in range(0, len(images), 500)]
    return torch.cat([part[0] for part in parts]), torch.cat([part[2] for part in parts])


def fit_temperature(logits, labels):
    """The temperature of the least cross-entropy, by golden section over its logarithm."""
    low, high = -2.0, 2.0
    ratio = (5 ** 0.5 - 1) / 2

    def loss(x):
        return F.cross_entropy(logits / (2.718281828459045 ** x), labels).item()

    while high - low > 1e-5:
        left, right = high - ratio * (high - low), low + ratio * (high - low)
        low, high = (low, right) if loss(left) < loss(right) else (left, high)
    return round(2.718281828459045 ** ((low + high) / 2), 4)


def calibration_error(probabilities, labels, bins=15):
    """Expected calibration error over bins of equal width."""
    confidence, predicted = probabilities.max(1)
    right = (predicted == labels).float()
    place = (confidence * bins).long().clamp(max=bins - 1)
    return sum(((place == b).float().mean() * (confidence[place == b].mean() - right[place == b].mean()).abs()).item()
               for b in range(bins) if (place == b).any())


def projection(size):
    """The matrix of RandomProjection in Statistics/Embeddings: signs from the bits of SplitMix64, lowest first."""
    mask = (1 << 64) - 1
    state, bits, signs = PROJECTION_SEED, 0, []
    for i in range(size * PROJECTED):
        if i % 64 == 0:
            state = (state + 0x9E3779B97F4A7C15) & mask
            z = state
            z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & mask
            z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & mask
            bits = z ^ (z >> 31)
        else:
            bits >>= 1
        signs.append(1.0 if bits & 1 == 0 else -1.0)
    return (numpy.array(signs) / numpy.sqrt(numpy.float32(PROJECTED))).reshape(PROJECTED, size)


def drift_reference(embeddings, probabilities, labels):
    """What DriftReferenceFile in Modeling/Images/References reads."""
    projected = (embeddings.double().numpy() @ projection(embeddings.shape[1]).T).astype("<f4")
    return b"".join([
        b"AMLDRIF1", struct.pack("<Q4i", PROJECTION_SEED, embeddings.shape[1], PROJECTED, probabilities.shape[1], len(labels)),
        projected.tobytes(), probabilities.numpy().astype("<f4").tobytes(), labels.numpy().astype("<i4").tobytes()])


def sample_picture():
    """A picture of our own: a dark hull with a mast on water under a pale sky."""
    image = numpy.zeros((32, 32, 3), numpy.uint8)
    image[:20] = (170, 200, 230)
    image[20:] = (40, 90, 140)
    image[15:22, 6:27] = (60, 60, 70)
    image[5:15, 15:17] = (90, 80, 70)
    return image


def export(options):
    out = pathlib.Path(options.out)
    state = torch.load(pathlib.Path(options.run) / "checkpoint.pt")
    images, labels, classes = load_training(options)
    _, validation = hold_out(labels, SEED)
    held, held_labels = images[validation], labels[validation]
    networks = []
    for weights in ("network", "average"):
        network = Network(len(classes))
        network.load_state_dict(state[weights])
        networks.append((evaluate(network, held, held_labels), Mirrored(network).eval()))
    accuracy, model = max(networks, key=lambda entry: entry[0])

    logits, embeddings = answer(model, held)
    temperature = fit_temperature(logits, held_labels)
    probabilities = (logits / temperature).softmax(1)
    test_images, test_labels, test_classes = read_images(pathlib.Path(options.data) / "cifar10-test.tar.gz")
    test_images, test_labels, _ = keep_classes(test_images, test_labels, test_classes, options.without)
    test = (answer(model, test_images)[0] / temperature).softmax(1)
    confusion = torch.zeros(len(classes), len(classes), dtype=torch.long)
    confusion.index_put_((test_labels, test.argmax(1)), torch.ones(len(test_labels), dtype=torch.long), accumulate=True)

    graph = io.BytesIO()
    torch.onnx.export(model, torch.zeros(2, 3, 32, 32), graph, opset_version=13, input_names=["image"], output_names=["logits", "maps", "embedding"],
                      dynamic_axes={name: {0: "images"} for name in ("image", "logits", "maps", "embedding")})
    picture = io.BytesIO()
    Image.fromarray(sample_picture()).save(picture, "png")
    shown = (answer(model, torch.from_numpy(sample_picture().transpose(2, 0, 1).copy())[None])[0] / temperature).softmax(1)[0]
    few = torch.arange(len(held))[:: max(1, len(held) // REFERENCES)][:REFERENCES]
    files = {
        "confusion.csv": "\n".join(["actual \\ predicted," + ",".join(classes)]
                                   + [",".join([label, *map(str, row.tolist())]) for label, row in zip(classes, confusion)]).encode() + b"\n",
        "model.onnx": graph.getvalue(),
        "reference.bin": drift_reference(embeddings[few], probabilities[few], held_labels[few]),
        "sample.json": json.dumps({"image": "sample.png", "label": classes[shown.argmax()], "probabilities": [round(p, 6) for p in shown.tolist()]}).encode(),
        "sample.png": picture.getvalue(),
    }
    width = WIDTHS[-1]
    card = {
        "name": NAME, "version": VERSION, "task": "image-classification",
        "description": "Names which of ten kinds of objects an image of 32 by 32 pixels shows; larger images are made smaller. Trained on CIFAR-10 "
                       "(Krizhevsky 2009), which comes without a licence of its own and is not part of this package. A starting point for classifiers of "
                       "other objects, not a judge of large photographs.",
        "license": "MIT", "architecture": "residual-network",
        "files": {name: hashlib.sha256(content).hexdigest() for name, content in files.items()},
        "graph": "model.onnx",
        "inputs": [{"name": "image", "type": "float32", "shape": [-1, 3, 32, 32]}],
        "outputs": [{"name": "logits", "type": "float32", "shape": [-1, len(classes)]}, {"name": "maps", "type": "float32", "shape": [-1, width, 7, 7]},
                    {"name": "embedding", "type": "float32", "shape": [-1, width]}],
        "image": {"width": 32, "height": 32, "colours": "rgb", "mean": MEAN, "deviation": DEVIATION, "activation": "softmax", "labels": classes,
                  "temperature": temperature, "logits": "logits", "maps": "maps", "embedding": "embedding", "reference": "reference.bin"},
        "metrics": {
            "validation": {"accuracy": accuracy_of(probabilities, held_labels), "ece": calibration_error(probabilities, held_labels)},
            "test": {"accuracy": accuracy_of(test, test_labels), "ece": calibration_error(test, test_labels),
                     **{f"recall/{label}": confusion[place, place].item() / confusion[place].sum().item() for place, label in enumerate(classes)}},
        },
        "trainingDataHash": hashlib.sha256((pathlib.Path(options.data) / "cifar10-train.tar.gz").read_bytes()).hexdigest(),
        "sample": "sample.json",
    }
    out.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (out / name).write_bytes(content)
    (out / "model.json").write_text(json.dumps(card, indent=2) + "\n")
    print(f"validation {accuracy:.4f} without, {card['metrics']['validation']['accuracy']:.4f} with the mirror image; test {card['metrics']['test']['accuracy']:.4f}; "
          f"temperature {temperature}")


def accuracy_of(probabilities, labels):
    return (probabilities.argmax(1) == labels).float().mean().item()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=["train", "export"])
    parser.add_argument("--data", required=True)
    parser.add_argument("--run", required=True)
    parser.add_argument("--out")
    parser.add_argument("--epochs", type=int, default=16)
    parser.add_argument("--steps", type=int, default=0, help="time so many steps and stop")
    parser.add_argument("--without", type=lambda names: names.split(","), default=[], help="classes to leave out")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    train(options) if options.command == "train" else export(options)


if __name__ == "__main__":
    main()
