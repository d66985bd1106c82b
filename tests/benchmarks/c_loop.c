/* The small network of the benchmark in plain C: inputs-h1-h2-1, sigmoid, mean squared error, SGD, no shuffling. */
#include <math.h>

static void layer(const double *a, const double *w, const double *b, double *out, int in, int n, int squash) {
    for (int j = 0; j < n; j++) out[j] = b[j];
    for (int i = 0; i < in; i++)
        for (int j = 0; j < n; j++) out[j] += a[i] * w[i * n + j];
    if (squash)
        for (int j = 0; j < n; j++) out[j] = 1.0 / (1.0 + exp(-out[j]));
}

static void gradient(const double *a, const double *d, double *gw, double *gb, int in, int n) {
    for (int i = 0; i < in; i++)
        for (int j = 0; j < n; j++) gw[i * n + j] += a[i] * d[j];
    for (int j = 0; j < n; j++) gb[j] += d[j];
}

static void back(const double *w, const double *d, const double *a, double *out, int in, int n) {
    for (int i = 0; i < in; i++) {
        double sum = 0;
        for (int j = 0; j < n; j++) sum += w[i * n + j] * d[j];
        out[i] = sum * a[i] * (1.0 - a[i]);
    }
}

/* theta and g: w1 b1 w2 b2 w3 b3. losses: training, validation. */
void epoch(const double *x, const double *y, int rows, const double *xv, const double *yv, int rows_v, int in, int h1,
           int h2, int batch, double rate, double *theta, double *g, double *losses) {
    int sizes[6] = {in * h1, h1, h1 * h2, h2, h2, 1}, at[7] = {0};
    for (int i = 0; i < 6; i++) at[i + 1] = at[i] + sizes[i];
    double a1[256], a2[256], p, d1[256], d2[256], d3, total = 0;
    int batches = 0;
    for (int start = 0; start < rows; start += batch, batches++) {
        int end = start + batch < rows ? start + batch : rows, n = end - start;
        double loss = 0;
        for (int i = 0; i < at[6]; i++) g[i] = 0;
        for (int r = start; r < end; r++) {
            const double *a0 = x + r * in;
            layer(a0, theta, theta + at[1], a1, in, h1, 1);
            layer(a1, theta + at[2], theta + at[3], a2, h1, h2, 1);
            layer(a2, theta + at[4], theta + at[5], &p, h2, 1, 0);
            loss += (p - y[r]) * (p - y[r]);
            d3 = 2 * (p - y[r]) / n;
            gradient(a2, &d3, g + at[4], g + at[5], h2, 1);
            back(theta + at[4], &d3, a2, d2, h2, 1);
            gradient(a1, d2, g + at[2], g + at[3], h1, h2);
            back(theta + at[2], d2, a1, d1, h1, h2);
            gradient(a0, d1, g, g + at[1], in, h1);
        }
        for (int i = 0; i < at[6]; i++) theta[i] -= rate * g[i];
        total += loss / n;
    }
    losses[0] = total / batches;
    losses[1] = 0;
    for (int r = 0; r < rows_v; r++) {
        layer(xv + r * in, theta, theta + at[1], a1, in, h1, 1);
        layer(a1, theta + at[2], theta + at[3], a2, h1, h2, 1);
        layer(a2, theta + at[4], theta + at[5], &p, h2, 1, 0);
        losses[1] += (p - yv[r]) * (p - yv[r]) / rows_v;
    }
}
