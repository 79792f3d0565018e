package io.sampan.people.preference;

import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/** Standard normal points, the same ones every time; their mean is exactly nothing and their covariance exactly the identity, so that moments lose nothing. */
final class Draws {
    private static final long SEED = 20_261_127;
    private static final double JITTER = 1e-9;

    private Draws() {}

    /** @param count even, more than twice the features */
    static DMatrixRMaj standard(int count, int features) {
        var random = new SplittableRandom(SEED);
        var draws = new DMatrixRMaj(count, features);
        // Each point has its mirror image: that makes the mean nothing.
        for (int draw = 0; draw < count; draw += 2) {
            for (int feature = 0; feature < features; feature++) {
                double drawn = random.nextGaussian();
                draws.set(draw, feature, drawn);
                draws.set(draw + 1, feature, -drawn);
            }
        }
        var covariance = new DMatrixRMaj(features, features);
        CommonOps_DDRM.multTransA(1.0 / count, draws, draws, covariance);
        var unmixed = lower(covariance);
        CommonOps_DDRM.invert(unmixed);
        var white = new DMatrixRMaj(count, features);
        CommonOps_DDRM.multTransB(draws, unmixed, white);
        return white;
    }

    /** These points as draws of another normal distribution. */
    static DMatrixRMaj of(DMatrixRMaj standard, double[] mean, DMatrixRMaj covariance) {
        var draws = new DMatrixRMaj(standard.numRows, standard.numCols);
        CommonOps_DDRM.multTransB(standard, lower(covariance), draws);
        for (int draw = 0; draw < draws.numRows; draw++) {
            for (int feature = 0; feature < draws.numCols; feature++) {
                draws.add(draw, feature, mean[feature]);
            }
        }
        return draws;
    }

    private static DMatrixRMaj lower(DMatrixRMaj covariance) {
        var firm = covariance.copy();
        for (int feature = 0; feature < firm.numRows; feature++) {
            firm.add(feature, feature, JITTER);
        }
        var cholesky = DecompositionFactory_DDRM.chol(firm.numRows, true);
        if (!cholesky.decompose(firm)) {
            throw new IllegalArgumentException("That is no covariance");
        }
        return cholesky.getT(null);
    }
}
