package org.plumbline.ingest.fetch;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// S3's answer to `ListObjectsV2`, a page of a few keys at a time so that continuation matters.
final class S3Page {

    private static final int KEYS_A_PAGE = 7;

    private S3Page() {}

    static String of(NavigableMap<String, Served> files, String bucket, String target) {
        String prefix = parameter(target, "prefix");
        String delimiter = parameter(target, "delimiter");
        String token = parameter(target, "continuation-token");
        Set<String> folders = new LinkedHashSet<>();
        List<String> keys = new ArrayList<>();
        String next = "";
        for (String path : files.tailMap(bucket + prefix, true).keySet()) {
            if (!path.startsWith(bucket + prefix)) {
                break;
            }
            String key = path.substring(bucket.length());
            int end = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
            String listed = end < 0 ? key : key.substring(0, end + 1);
            if (listed.compareTo(token) <= 0 || folders.contains(listed)) {
                continue;
            }
            if (folders.size() + keys.size() == KEYS_A_PAGE) {
                next = last(folders, keys);
                break;
            }
            var _ = end < 0 ? keys.add(listed) : folders.add(listed);
        }
        return page(prefix, keys, folders, next);
    }

    private static String last(Set<String> folders, List<String> keys) {
        String last = keys.isEmpty() ? "" : keys.getLast();
        for (String folder : folders) {
            last = folder.compareTo(last) > 0 ? folder : last;
        }
        return last;
    }

    private static String page(String prefix, List<String> keys, Set<String> folders, String next) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>pmc-oa-opendata</Name><Prefix>"
                + prefix + "</Prefix><KeyCount>" + (keys.size() + folders.size()) + "</KeyCount><MaxKeys>" + KEYS_A_PAGE
                + "</MaxKeys><IsTruncated>" + !next.isEmpty() + "</IsTruncated>");
        if (!next.isEmpty()) {
            xml.append("<NextContinuationToken>").append(next).append("</NextContinuationToken>");
        }
        keys.forEach(key -> xml.append("<Contents><Key>").append(key).append("</Key></Contents>"));
        folders.forEach(
                folder -> xml.append("<CommonPrefixes><Prefix>").append(folder).append("</Prefix></CommonPrefixes>"));
        return xml.append("</ListBucketResult>").toString();
    }

    private static String parameter(String target, String name) {
        Matcher value = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(target);
        return value.find() ? URLDecoder.decode(value.group(1), StandardCharsets.UTF_8) : "";
    }
}
