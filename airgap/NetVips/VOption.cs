using System.Collections;

namespace NetVips;

public class VOption : IEnumerable<KeyValuePair<string, object>>
{
    readonly Dictionary<string, object> _options = [];

    public object this[string key]
    {
        get => _options[key];
        set => _options[key] = value;
    }

    public int Count => _options.Count;

    public void Add(string key, object value) => _options.Add(key, value);

    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => _options.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
