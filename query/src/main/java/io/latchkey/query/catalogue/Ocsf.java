package io.latchkey.query.catalogue;

/** Class and activity of the Open Cybersecurity Schema Framework 1.8.0. */
public record Ocsf(int classUid, int activityId) {

    public int typeUid() {
        return classUid * 100 + activityId;
    }

    static Ocsf accountChange(int activity) {
        return new Ocsf(3001, activity);
    }

    static Ocsf authentication(int activity) {
        return new Ocsf(3002, activity);
    }

    static Ocsf entityManagement(int activity) {
        return new Ocsf(3004, activity);
    }

    static Ocsf apiActivity(int activity) {
        return new Ocsf(6003, activity);
    }

    static Ocsf finding() {
        return new Ocsf(2004, 1);
    }
}
