package org.plumbline.schedule.local;

/// What Airflow's processes know of each other and nobody else knows; made once for a home.
///
/// @param jwtKey signs tokens
/// @param sessionKey signs sessions of the pages
/// @param fernetKey encrypts connections and variables in the database
record Secrets(String jwtKey, String sessionKey, String fernetKey) {

    private static final int KEY_BYTES = 64;

    static Secrets ofHome(AirflowFolder folder) {
        return PrivateFile.read(folder.secrets(), Secrets.class).orElseGet(() -> {
            Secrets made = new Secrets(
                    RandomWords.ofBytes(KEY_BYTES), RandomWords.ofBytes(KEY_BYTES), RandomWords.fernetKey());
            PrivateFile.write(folder.secrets(), made);
            return made;
        });
    }

    @Override
    public String toString() {
        return "Secrets[]";
    }
}
