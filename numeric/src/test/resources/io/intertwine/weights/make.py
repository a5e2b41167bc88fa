"""Makes the files of this folder. Run once with Debian 12's python3-torch (1.13) and python3-onnx (1.12):
/usr/bin/python3 make.py, in this folder. Weights are rounded to sixteenths; expected.txt has the outputs that
PyTorch computes in double precision, for inputs in the same line."""
import json, struct, torch
from torch import nn

torch.manual_seed(7)
torch.set_default_dtype(torch.float32)
expected = open("expected.txt", "w")

def safetensors(name, state):
    header, data = {}, b""
    for key, t in state.items():
        raw = struct.pack("<%df" % t.numel(), *t.flatten().tolist())
        header[key] = {"dtype": "F32", "shape": list(t.shape), "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    open(name, "wb").write(struct.pack("<Q", len(text)) + text + data)

def make(name, model, shape, **options):
    for p in model.parameters():
        p.data = torch.round(p.data * 16) / 16
    model.eval()
    torch.onnx.export(model, torch.zeros(shape), name + ".onnx", **options)
    safetensors(name + ".safetensors", {k: v for k, v in model.state_dict().items()})
    model.double()
    for _ in range(2):
        x = torch.randn([1] + list(shape[1:]), dtype=torch.double)
        y = model(x)
        expected.write(json.dumps([name, x.flatten().tolist(), y.flatten().tolist()]) + "\n")
    model.float()

def chain(*activations, last=()):
    layers, widths = [], [2] + [3 - k % 2 for k in range(len(activations))] + [2]
    for k, a in enumerate(activations):
        layers += [nn.Linear(widths[k], widths[k + 1]), a]
    return nn.Sequential(*layers, nn.Linear(widths[-2], widths[-1]), *last)

class Image(nn.Module):
    def __init__(self):
        super().__init__()
        self.a, self.b = nn.Linear(8, 3), nn.Linear(3, 2)
    def forward(self, x):
        x = x.view(x.size(0), -1)
        return self.b(nn.functional.leaky_relu(self.a((x - 0.5) / 0.25)))

class Residual(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Linear(2, 2)
    def forward(self, x):
        return x + torch.tanh(self.a(x))

class Without(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(2, 3, bias=False), nn.Sigmoid(), nn.Linear(3, 2))
    def forward(self, x):
        return self.net(x)

make("tanh", chain(nn.Tanh()), (1, 2))
make("gelu", chain(nn.GELU()), (1, 2))
make("silu", chain(nn.SiLU(), last=[nn.Softmax(dim=1)]), (1, 2))
make("many", chain(nn.Mish(), nn.Hardswish(), nn.Hardsigmoid(), nn.SELU(), nn.CELU(0.5), nn.Softplus(), nn.ELU(),
                   nn.PReLU(2), nn.Hardtanh(), nn.Softsign(), nn.GELU(approximate="tanh"), nn.ReLU(), nn.ReLU6()), (1, 2))
make("image", Image(), (1, 2, 2, 2), input_names=["pixels"], output_names=["scores"],
     dynamic_axes={"pixels": {0: "batch"}, "scores": {0: "batch"}})
make("flat", nn.Sequential(nn.Flatten(), nn.Linear(8, 3, bias=False), nn.ReLU6(), nn.Dropout(), nn.Linear(3, 2)), (1, 2, 2, 2))
make("transposed", Without(), (4, 2), do_constant_folding=False)
make("tokens", chain(nn.Sigmoid()), (1, 4, 2))
make("residual", Residual(), (1, 2))
