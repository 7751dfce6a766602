package org.plumbline.airflow.connection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/// Which authorities may vouch for the server: the Java runtime's, and those of a file.
final class Trust {

    private Trust() {}

    static void apply(AirflowServer server, OkHttpClient.Builder builder) {
        Path file = server.caFile();
        if (file == null) {
            return;
        }
        try {
            X509TrustManager manager = manager(both(certificates(file)));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {manager}, null);
            builder.sslSocketFactory(context.getSocketFactory(), manager);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    file + ": no certificates in PEM can be read from it; name a file with the authority's certificate",
                    e);
        }
    }

    private static Collection<? extends Certificate> certificates(Path file)
            throws IOException, GeneralSecurityException {
        try (InputStream pem = Files.newInputStream(file)) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(pem);
            if (found.isEmpty()) {
                throw new GeneralSecurityException("no certificate");
            }
            return found;
        }
    }

    private static KeyStore both(Collection<? extends Certificate> given) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (X509Certificate authority : manager(null).getAcceptedIssuers()) {
            store.setCertificateEntry("runtime-" + number++, authority);
        }
        for (Certificate authority : given) {
            store.setCertificateEntry("given-" + number++, authority);
        }
        return store;
    }

    /// @param store null for the Java runtime's own
    private static X509TrustManager manager(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
