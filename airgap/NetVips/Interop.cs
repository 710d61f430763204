using System.Runtime.InteropServices;

namespace NetVips;

/// <summary>The functions of libvips and GObject that the stand-in calls; none of them is variadic.</summary>
internal static partial class Interop
{
    const string Vips = "libvips.so.42";

    [StructLayout(LayoutKind.Sequential)]
    internal struct GValue
    {
        internal nint Type;
        internal long First;
        internal long Second;
    }

    [LibraryImport(Vips, EntryPoint = "vips_init", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Init(string program);

    [LibraryImport(Vips, EntryPoint = "vips_block_untrusted_set")]
    internal static partial void BlockUntrustedSet(int state);

    [LibraryImport(Vips, EntryPoint = "vips_concurrency_set")]
    internal static partial void ConcurrencySet(int threads);

    [LibraryImport(Vips, EntryPoint = "vips_concurrency_get")]
    internal static partial int ConcurrencyGet();

    [LibraryImport(Vips, EntryPoint = "vips_cache_set_max")]
    internal static partial void CacheSetMax(int max);

    [LibraryImport(Vips, EntryPoint = "vips_cache_get_max")]
    internal static partial int CacheGetMax();

    [LibraryImport(Vips, EntryPoint = "vips_error_buffer_copy")]
    internal static partial nint ErrorBufferCopy();

    [LibraryImport(Vips, EntryPoint = "vips_foreign_find_load_buffer")]
    internal static partial nint FindLoadBuffer(ReadOnlySpan<byte> data, nuint size);

    [LibraryImport(Vips, EntryPoint = "vips_foreign_find_save_buffer", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint FindSaveBuffer(string suffix);

    [LibraryImport(Vips, EntryPoint = "vips_operation_new", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint OperationNew(string name);

    [LibraryImport(Vips, EntryPoint = "vips_object_set_from_string", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int ObjectSetFromString(nint vipsObject, string options);

    [LibraryImport(Vips, EntryPoint = "vips_cache_operation_build")]
    internal static partial nint CacheOperationBuild(nint operation);

    [LibraryImport(Vips, EntryPoint = "vips_object_unref_outputs")]
    internal static partial void ObjectUnrefOutputs(nint vipsObject);

    [LibraryImport(Vips, EntryPoint = "vips_image_get_type")]
    internal static partial nint ImageGetType();

    [LibraryImport(Vips, EntryPoint = "vips_blob_get_type")]
    internal static partial nint BlobGetType();

    [LibraryImport(Vips, EntryPoint = "vips_array_double_get_type")]
    internal static partial nint ArrayDoubleGetType();

    [LibraryImport(Vips, EntryPoint = "vips_image_get_width")]
    internal static partial int ImageGetWidth(nint image);

    [LibraryImport(Vips, EntryPoint = "vips_image_get_height")]
    internal static partial int ImageGetHeight(nint image);

    [LibraryImport(Vips, EntryPoint = "vips_image_get_bands")]
    internal static partial int ImageGetBands(nint image);

    [LibraryImport(Vips, EntryPoint = "vips_image_get_format")]
    internal static partial int ImageGetFormat(nint image);

    [LibraryImport(Vips, EntryPoint = "vips_image_get_interpretation")]
    internal static partial int ImageGetInterpretation(nint image);

    [LibraryImport(Vips, EntryPoint = "vips_image_hasalpha")]
    internal static partial int ImageHasAlpha(nint image);

    [LibraryImport(Vips, EntryPoint = "vips_image_get_typeof", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint ImageGetTypeOf(nint image, string name);

    [LibraryImport(Vips, EntryPoint = "vips_image_get_int", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int ImageGetInt(nint image, string name, out int value);

    [LibraryImport(Vips, EntryPoint = "vips_image_write_to_memory")]
    internal static partial nint ImageWriteToMemory(nint image, out nuint size);

    [LibraryImport(Vips, EntryPoint = "vips_image_new_from_memory_copy")]
    internal static partial nint ImageNewFromMemoryCopy(nint data, nuint size, int width, int height, int bands, int format);

    [LibraryImport(Vips, EntryPoint = "vips_value_set_blob_free")]
    internal static partial void ValueSetBlobFree(ref GValue value, nint data, nuint size);

    [LibraryImport(Vips, EntryPoint = "vips_value_get_blob")]
    internal static partial nint ValueGetBlob(ref GValue value, out nuint size);

    [LibraryImport(Vips, EntryPoint = "vips_value_set_array_double")]
    internal static partial void ValueSetArrayDouble(ref GValue value, ReadOnlySpan<double> array, int count);

    [LibraryImport(Vips, EntryPoint = "g_value_init")]
    internal static partial nint ValueInit(ref GValue value, nint type);

    [LibraryImport(Vips, EntryPoint = "g_value_unset")]
    internal static partial void ValueUnset(ref GValue value);

    [LibraryImport(Vips, EntryPoint = "g_value_set_int")]
    internal static partial void ValueSetInt(ref GValue value, int number);

    [LibraryImport(Vips, EntryPoint = "g_value_set_boolean")]
    internal static partial void ValueSetBoolean(ref GValue value, int flag);

    [LibraryImport(Vips, EntryPoint = "g_value_set_double")]
    internal static partial void ValueSetDouble(ref GValue value, double number);

    [LibraryImport(Vips, EntryPoint = "g_value_set_object")]
    internal static partial void ValueSetObject(ref GValue value, nint gObject);

    [LibraryImport(Vips, EntryPoint = "g_value_dup_object")]
    internal static partial nint ValueDupObject(ref GValue value);

    [LibraryImport(Vips, EntryPoint = "g_object_set_property", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void ObjectSetProperty(nint gObject, string name, ref GValue value);

    [LibraryImport(Vips, EntryPoint = "g_object_get_property", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void ObjectGetProperty(nint gObject, string name, ref GValue value);

    [LibraryImport(Vips, EntryPoint = "g_object_unref")]
    internal static partial void ObjectUnref(nint gObject);

    [LibraryImport(Vips, EntryPoint = "g_malloc")]
    internal static partial nint Malloc(nuint size);

    [LibraryImport(Vips, EntryPoint = "g_free")]
    internal static partial void Free(nint memory);
}
