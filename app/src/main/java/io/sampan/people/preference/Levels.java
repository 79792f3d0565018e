package io.sampan.people.preference;

import java.util.HashMap;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.jspecify.annotations.Nullable;

/**
 * Everyone, a group such as a country, and a person, for one kind of choice: somebody new begins as their group is on average, and a group that is
 * little known is as everyone is. Both averages, and how widely people differ, follow what is learnt of each person (empirical Bayes, online). Safe for
 * many threads.
 */
public final class Levels {
    /** A group counts as its own once it has so many people. */
    private static final double PEOPLE_TO_BELIEVE_A_GROUP = 8;
    /** How widely people differ is believed once there are so many. */
    private static final double PEOPLE_TO_BELIEVE_A_SPREAD = 60;

    /** The people of a group, by the sum of what each feature is worth to them. */
    private static final class Group {
        final double[] begin;
        final double[] sum;
        int people;

        Group(double[] begin) {
            this.begin = begin.clone();
            this.sum = new double[begin.length];
        }

        double[] mean() {
            var mean = new double[sum.length];
            for (int feature = 0; feature < mean.length; feature++) {
                mean[feature] = (PEOPLE_TO_BELIEVE_A_GROUP * begin[feature] + sum[feature])
                        / (PEOPLE_TO_BELIEVE_A_GROUP + people);
            }
            return mean;
        }
    }

    private final Tastes everyone;
    private final Map<String, Group> groups = new HashMap<>();
    private final DMatrixRMaj spreadSum;
    private int people;

    /** @param everyone what is believed before anybody chose: how people are on average, and how widely they differ */
    public Levels(Tastes everyone) {
        this.everyone = everyone;
        int features = everyone.mean().length;
        this.spreadSum = new DMatrixRMaj(features, features);
    }

    /** Says how a group may be before anybody of it chose. */
    public synchronized void begin(String group, double[] mean) {
        groups.computeIfAbsent(group, name -> new Group(mean));
    }

    /** What is believed of somebody of this group who has not chosen yet. */
    public synchronized Tastes beginning(String group) {
        return new Tastes(group(group).mean(), spread());
    }

    /** What is believed of a person has moved. @param before null at their first choice */
    public synchronized void moved(String name, @Nullable Tastes before, Tastes after) {
        var group = group(name);
        if (before == null) {
            group.people++;
            people++;
        } else {
            add(group, before, -1);
        }
        add(group, after, 1);
    }

    /** What was learnt of a person is forgotten, by their group as well. */
    public synchronized void forgotten(String name, Tastes last) {
        var group = group(name);
        add(group, last, -1);
        group.people--;
        people--;
    }

    private Group group(String name) {
        return groups.computeIfAbsent(name, group -> new Group(everyone.mean()));
    }

    private void add(Group group, Tastes tastes, int sign) {
        var mean = tastes.mean();
        for (int feature = 0; feature < mean.length; feature++) {
            group.sum[feature] += sign * mean[feature];
        }
        // Off from where the group began, not from where it is now: what was added can then be taken away again
        // exactly.
        for (int row = 0; row < mean.length; row++) {
            for (int column = 0; column < mean.length; column++) {
                double off = (mean[row] - group.begin[row]) * (mean[column] - group.begin[column]);
                spreadSum.add(row, column, sign * (tastes.spread().get(row, column) + off));
            }
        }
    }

    /** How widely people differ from their group: the first guess, outweighed as more is known. */
    private DMatrixRMaj spread() {
        var spread = everyone.spread().copy();
        CommonOps_DDRM.scale(PEOPLE_TO_BELIEVE_A_SPREAD, spread);
        var centred = spreadSum.copy();
        for (var group : groups.values()) {
            centre(centred, group);
        }
        CommonOps_DDRM.addEquals(spread, centred);
        CommonOps_DDRM.scale(1 / (PEOPLE_TO_BELIEVE_A_SPREAD + people), spread);
        return spread;
    }

    private static void centre(DMatrixRMaj sum, Group group) {
        if (group.people == 0) {
            return;
        }
        for (int row = 0; row < sum.numRows; row++) {
            double offRow = group.sum[row] / group.people - group.begin[row];
            for (int column = 0; column < sum.numCols; column++) {
                double offColumn = group.sum[column] / group.people - group.begin[column];
                sum.add(row, column, -group.people * offRow * offColumn);
            }
        }
    }
}
