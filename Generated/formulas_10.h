// Generated from activations.yaml by generate-activations 1.0: do not edit.

#pragma once
#include <conjugate_kernels.h>
#include <coupled_conjugate.h>
#include <integer_power.h>
#include <math.h>
#include <normalised_kernels.h>
#include <numeric_integral.h>
#include <stddef.h>
#include <vector_math.h>

// selu: where(a >= 0, 1.0507009873554805 * a, 1.0507009873554805 * 1.6732632423543772 * (exp(a) - 1))

typedef struct { char none; } selu_parameters_f64;
VM_INLINE selu_parameters_f64 selu_load_f64(const double *values) {
    (void)values;
    return (selu_parameters_f64){0};
}
VM_INLINE double selu_link_f64(double a, selu_parameters_f64 p) {
    (void)p;
    return (a >= 0.0 ? 1.0507009873554805 * a : 1.7580993408473767818340515842446 * vm_expm1_f64(a));
}
VM_INLINE double selu_derivative_f64(double a, selu_parameters_f64 p) {
    (void)p;
    return (a >= 0.0 ? 1.0507009873554805 : 1.7580993408473767818340515842446 * vm_exp_f64(a));
}
VM_INLINE double selu_integral_f64(double a, selu_parameters_f64 p) {
    (void)p;
    return (a >= 0.0 ? 0.52535049367774025 * vm_square_f64(a) : 1.7580993408473767818340515842446 * vm_expm1_minus_f64(a));
}
VM_INLINE double selu_inverse_f64(double y, selu_parameters_f64 p) {
    (void)p;
    return (y >= 0.0 ? 0.9517455603776576754316592839640266197892 * y : vm_log1p_f64(0.5687960724210358981375958304130009656160 * y));
}
VM_INLINE double selu_dual_f64(double y, selu_parameters_f64 p) {
    (void)p;
    return (y >= 0.0 ? 0.4758727801888288377158296419820133098946 * vm_square_f64(y) : 1.7580993408473767818340515842446 * vm_log1p_excess_f64(0.5687960724210358981375958304130009656160 * y));
}

// celu: where(a >= 0, a, alpha * (exp(a / alpha) - 1))

typedef struct { double alpha; } celu_parameters_f64;
VM_INLINE celu_parameters_f64 celu_load_f64(const double *values) {
    return (celu_parameters_f64){(double)values[0]};
}
VM_INLINE double celu_link_f64(double a, celu_parameters_f64 p) {
    return (a >= 0.0 ? a : p.alpha * vm_expm1_f64(a / p.alpha));
}
VM_INLINE double celu_derivative_f64(double a, celu_parameters_f64 p) {
    return (a >= 0.0 ? 1.0 : vm_exp_f64(a / p.alpha));
}
VM_INLINE double celu_integral_f64(double a, celu_parameters_f64 p) {
    return (a >= 0.0 ? 0.5 * vm_square_f64(a) : vm_square_f64(p.alpha) * vm_expm1_minus_f64(a / p.alpha));
}
VM_INLINE double celu_link_by_0_f64(double a, celu_parameters_f64 p) {
    return (a >= 0.0 ? 0.0 : vm_expm1_tangent_f64(a / p.alpha));
}
VM_INLINE double celu_integral_by_0_f64(double a, celu_parameters_f64 p) {
    return (a >= 0.0 ? 0.0 : p.alpha * vm_expm1_trapezoid_f64(a / p.alpha));
}
VM_INLINE double celu_inverse_f64(double y, celu_parameters_f64 p) {
    return (y >= 0.0 ? y : p.alpha * vm_log1p_f64(y / p.alpha));
}
VM_INLINE double celu_dual_f64(double y, celu_parameters_f64 p) {
    return (y >= 0.0 ? 0.5 * vm_square_f64(y) : vm_square_f64(p.alpha) * vm_log1p_excess_f64(y / p.alpha));
}

// squareplus: (a + sqrt(a^2 + b)) / 2

typedef struct { double b; } squareplus_parameters_f64;
VM_INLINE squareplus_parameters_f64 squareplus_load_f64(const double *values) {
    return (squareplus_parameters_f64){(double)values[0]};
}
VM_INLINE double squareplus_link_f64(double a, squareplus_parameters_f64 p) {
    return 0.5 * vm_plus_root_f64(a, p.b);
}
VM_INLINE double squareplus_derivative_f64(double a, squareplus_parameters_f64 p) {
    return 0.5 * vm_plus_root_slope_f64(a, p.b);
}
VM_INLINE double squareplus_integral_f64(double a, squareplus_parameters_f64 p) {
    return 0.25 * vm_plus_root_integral_f64(a, p.b);
}
VM_INLINE double squareplus_link_by_0_f64(double a, squareplus_parameters_f64 p) {
    return 0.25 / vm_root_square_plus_f64(a, p.b);
}
VM_INLINE double squareplus_integral_by_0_f64(double a, squareplus_parameters_f64 p) {
    return 0.25 * vm_asinh_f64(a / vm_sqrt_f64(p.b));
}
VM_INLINE double squareplus_inverse_f64(double y, squareplus_parameters_f64 p) {
    return -0.25 * p.b / y + y;
}
VM_INLINE double squareplus_dual_f64(double y, squareplus_parameters_f64 p) {
    return -0.125 * p.b + 0.5 * vm_square_f64(y) + vm_xlogy_f64(-0.25 * p.b, 2.0 * y / vm_sqrt_f64(p.b));
}

// asinh: asinh(a)

typedef struct { char none; } asinh_parameters_f64;
VM_INLINE asinh_parameters_f64 asinh_load_f64(const double *values) {
    (void)values;
    return (asinh_parameters_f64){0};
}
VM_INLINE double asinh_link_f64(double a, asinh_parameters_f64 p) {
    (void)p;
    return vm_asinh_f64(a);
}
VM_INLINE double asinh_derivative_f64(double a, asinh_parameters_f64 p) {
    (void)p;
    return 1.0 / vm_hypot1_f64(a);
}
VM_INLINE double asinh_integral_f64(double a, asinh_parameters_f64 p) {
    (void)p;
    return vm_asinh_integral_f64(a);
}
VM_INLINE double asinh_inverse_f64(double y, asinh_parameters_f64 p) {
    (void)p;
    return vm_sinh_f64(y);
}
VM_INLINE double asinh_dual_f64(double y, asinh_parameters_f64 p) {
    (void)p;
    return 2.0 * vm_square_f64(vm_sinh_f64(0.5 * y));
}

// gudermannian: 2 * atan(tanh(a / 2))

typedef struct { char none; } gudermannian_parameters_f64;
VM_INLINE gudermannian_parameters_f64 gudermannian_load_f64(const double *values) {
    (void)values;
    return (gudermannian_parameters_f64){0};
}
VM_INLINE double gudermannian_link_f64(double a, gudermannian_parameters_f64 p) {
    (void)p;
    return 2.0 * vm_atan_f64(vm_tanh_f64(0.5 * a));
}
VM_INLINE double gudermannian_derivative_f64(double a, gudermannian_parameters_f64 p) {
    (void)p;
    const double t0 = 0.5 * a;
    return vm_sech2_f64(t0) / (vm_square_f64(vm_tanh_f64(t0)) + 1.0);
}
static const double gudermannian_integral_edges[32] = {
    -INFINITY, -45.0, -30.45495128834866, -23.18242693252299,
    -15.90990257669732, -10.76745128834866, -8.19622564417433, -5.625,
    -3.8068689110435825, -2.8978033665653737, -1.988737822087165, -1.3459314110435825,
    -0.703125, 0.0, 0.703125, 1.3459314110435825,
    1.988737822087165, 2.8978033665653737, 3.8068689110435825, 5.625,
    8.19622564417433, 10.76745128834866, 15.90990257669732, 23.18242693252299,
    30.45495128834866, 45.0, INFINITY, INFINITY,
    INFINITY, INFINITY, INFINITY, INFINITY,
};
static const integral_panel gudermannian_integral_panels[26] = {
    {0.0, 1.0, 0, {
        -1.8319311883544458, -1.5707963267948966, 0.0, 0.0,
        0.0, 0.0, 0.0, 0.0,
        0.0, 0.0, 0.0, 0.0,
        0.0, 0.0, 0.0, 0.0,
    }},
    {-37.72747564417433, 0.13750383650471354, 2, {
        0.04034829655964684, 0.0075296292687545745, 0.0014036222034094334, 0.0002613499359525484,
        4.860196850665632e-05, 9.026186963201343e-06, 1.6738974001340168e-06, 3.0993946102952914e-07,
        5.729154981537476e-08, 1.0570998298931045e-08, 1.9469316825393432e-09, 3.5745060245062635e-10,
        6.504734528789413e-11, 1.2084910849807784e-11, 2.4925839170464315e-12, 3.979039320256561e-13,
    }},
    {-26.818689110435827, 0.2750076730094271, 2, {
        0.05602392846914516, 0.00725076540463827, 0.0009362845131402488, 0.00012059915686712385,
        1.549085783572046e-05, 1.983643218061992e-06, 2.531311179776452e-07, 3.217547406286769e-08,
        4.07173930128124e-09, 5.130131874864219e-10, 6.406981611917218e-11, 7.450751127180412e-12,
        1.0459189070388676e-12, 4.789058039023076e-13, -2.842170943040401e-15, -9.663381206337362e-14,
    }},
    {-19.546164754610153, 0.2750076730094271, 2, {
        0.07556843192845551, 0.013166309667900524, 0.0022834402692372344, 0.0003939268120721096,
        6.754086707801976e-05, 1.1496604088812035e-05, 1.94007364946458e-06, 3.239853124448189e-07,
        5.3414145639862904e-08, 8.666640738397291e-09, 1.3776887186622842e-09, 2.126938625224284e-10,
        3.1892000151856334e-11, 4.945377440890297e-12, 5.968558980384842e-13, -4.5474735088646414e-14,
    }},
    {-13.33867693252299, 0.38891958092659706, 2, {
        0.10746618859802198, 0.018730960222106886, 0.003228142532877842, 0.0005485858626233964,
        9.157690092728154e-05, 1.4938068503389525e-05, 2.363497002377812e-06, 3.5879513591297043e-07,
        5.1360681929679686e-08, 6.7136022963154575e-09, 7.429001414038795e-10, 5.225189170232625e-11,
        -4.3286263462505315e-12, -3.413447302591521e-12, -1.0459189070388674e-12, -1.2505552149377764e-13,
    }},
    {-9.481838466261495, 0.7778391618531941, 2, {
        0.14528914316377345, 0.016938959680811445, 0.0019238358651820883, 0.00021089183102980245,
        2.2013916945073928e-05, 2.142228479962149e-06, 1.8684989830930476e-07, 1.3239443674706309e-08,
        4.689066912533235e-10, -7.150440239911404e-11, -2.212772187704104e-11, -3.990408004028723e-12,
        -6.650680006714537e-13, -5.684341886080802e-14, 0.0, -2.2737367544323207e-14,
    }},
    {-6.910612822087165, 0.7778391618531941, 2, {
        0.18898401667690787, 0.028082770279334552, 0.003942720774629455, 0.0005098408841858527,
        5.7996137092763965e-05, 5.1556812585396015e-06, 1.72937879572288e-07, -6.600410280555025e-08,
        -2.2819918399363814e-08, -5.105239253566652e-09, -9.687710189609788e-10, -1.667359583734651e-10,
        -2.6875568437390027e-11, -4.5645265345228834e-12, -6.821210263296962e-13, 2.2737367544323207e-14,
    }},
    {-4.715934455521792, 1.1000306920377083, 2, {
        0.251516846341846, 0.03349230950127527, 0.0038989452362974625, 0.00035941066354036046,
        1.6575535349327988e-05, -2.8090000667724264e-06, -1.0719629518263218e-06, -2.2854430987706566e-07,
        -3.9509609450760764e-08, -5.9628590065585735e-09, -7.89985676874494e-10, -8.800782325124601e-11,
        -6.417621989385224e-12, 1.0118128557223827e-12, 3.865352482534945e-13, -9.094947017729283e-14,
    }},
    {-3.3523361388044783, 2.2000613840754166, 2, {
        0.31178612040677844, 0.02384681520488316, 0.0013775078370457216, 3.2285324725744856e-05,
        -5.612078777272877e-06, -1.1413882095467895e-06, -1.3754903687157597e-07, -1.2814664529514631e-08,
        -9.094584640934044e-10, -3.249311930630938e-11, 3.2684965844964605e-12, -2.3305801732931294e-13,
        3.240074875066057e-13, 9.549694368615747e-13, -4.5474735088646414e-14, -2.7284841053187846e-13,
    }},
    {-2.443270594326269, 2.2000613840754166, 2, {
        0.36511106028261026, 0.02944024889225579, 0.001301895596625846, -8.913848188731865e-05,
        -2.9901271969068333e-05, -4.26069827286213e-06, -3.99542917328688e-07, -1.6548317915976442e-08,
        2.855806258139637e-09, 8.786393834725459e-10, 1.4157421901472844e-10, 1.5273826647899113e-11,
        9.890754881780594e-13, 3.296918293926865e-13, -4.5474735088646414e-14, -1.3642420526593923e-13,
    }},
    {-1.6673346165653737, 3.1113566474127765, 2, {
        0.41839330858542884, 0.022835360625325436, 2.9273101461640968e-05, -0.0001616059675810022,
        -2.058533049074107e-05, -1.2236221364148037e-06, 4.552045211880795e-08, 2.1359108970386843e-08,
        2.8249814931768923e-09, 1.813333483369206e-10, -8.411404905928066e-12, -2.9928060030215423e-12,
        -3.0695446184836325e-13, -7.958078640513122e-13, -6.821210263296962e-14, 2.2737367544323206e-13,
    }},
    {-1.0245282055217912, 3.1113566474127765, 2, {
        0.46252619795527655, 0.020278080425581664, -0.0015013684255646255, -0.00035031070152744535,
        -2.0567669088311646e-05, 2.5032729992879868e-06, 6.606025809929861e-07, 4.8591713408541176e-08,
        -5.15250846433446e-09, -1.7057764978289925e-09, -1.5639471939721263e-10, 9.617906471248717e-12,
        5.286437954055145e-12, 1.6939338820520789e-12, -6.821210263296962e-14, -3.1832314562052486e-13,
    }},
    {-0.3515625, 2.8444444444444446, 2, {
        0.4949534718463786, 0.009891804018315176, -0.00455382322356398, -0.0003718505899326985,
        6.88834276740824e-05, 1.283777282381493e-05, -9.107202357583333e-07, -4.2229671031179806e-07,
        -3.862832187451204e-09, 1.2909642066460947e-08, 1.122427306654572e-09, -3.493482836347539e-10,
        -6.55518306302838e-11, 9.00399754755199e-12, 2.4556356947869064e-12, -5.456968210637569e-13,
    }},
    {0.3515625, 2.8444444444444446, 2, {
        0.4949534718463786, -0.009891804018315176, -0.00455382322356398, 0.0003718505899326985,
        6.88834276740824e-05, -1.283777282381493e-05, -9.107202357583333e-07, 4.2229671031179806e-07,
        -3.862832187451204e-09, -1.2909642066460947e-08, 1.122427306654572e-09, 3.493482836347539e-10,
        -6.55518306302838e-11, -9.00399754755199e-12, 2.4556356947869064e-12, 5.456968210637569e-13,
    }},
    {1.0245282055217912, 3.1113566474127765, 2, {
        0.46252619795527655, -0.020278080425581664, -0.0015013684255646255, 0.00035031070152744535,
        -2.0567669088311646e-05, -2.5032729992879868e-06, 6.606025809929861e-07, -4.8591713408541176e-08,
        -5.15250846433446e-09, 1.7057764978289925e-09, -1.5639471939721263e-10, -9.617906471248717e-12,
        5.286437954055145e-12, -1.6939338820520789e-12, -6.821210263296962e-14, 3.1832314562052486e-13,
    }},
    {1.6673346165653737, 3.1113566474127765, 2, {
        0.41839330858542884, -0.022835360625325436, 2.9273101461640968e-05, 0.0001616059675810022,
        -2.058533049074107e-05, 1.2236221364148037e-06, 4.552045211880795e-08, -2.1359108970386843e-08,
        2.8249814931768923e-09, -1.813333483369206e-10, -8.411404905928066e-12, 2.9928060030215423e-12,
        -3.0695446184836325e-13, 7.958078640513122e-13, -6.821210263296962e-14, -2.2737367544323206e-13,
    }},
    {2.443270594326269, 2.2000613840754166, 2, {
        0.36511106028261026, -0.02944024889225579, 0.001301895596625846, 8.913848188731865e-05,
        -2.9901271969068333e-05, 4.26069827286213e-06, -3.99542917328688e-07, 1.6548317915976442e-08,
        2.855806258139637e-09, -8.786393834725459e-10, 1.4157421901472844e-10, -1.5273826647899113e-11,
        9.890754881780594e-13, -3.296918293926865e-13, -4.5474735088646414e-14, 1.3642420526593923e-13,
    }},
    {3.3523361388044783, 2.2000613840754166, 2, {
        0.31178612040677844, -0.02384681520488316, 0.0013775078370457216, -3.2285324725744856e-05,
        -5.612078777272877e-06, 1.1413882095467895e-06, -1.3754903687157597e-07, 1.2814664529514631e-08,
        -9.094584640934044e-10, 3.249311930630938e-11, 3.2684965844964605e-12, 2.3305801732931294e-13,
        3.240074875066057e-13, -9.549694368615747e-13, -4.5474735088646414e-14, 2.7284841053187846e-13,
    }},
    {4.715934455521792, 1.1000306920377083, 2, {
        0.251516846341846, -0.03349230950127527, 0.0038989452362974625, -0.00035941066354036046,
        1.6575535349327988e-05, 2.8090000667724264e-06, -1.0719629518263218e-06, 2.2854430987706566e-07,
        -3.9509609450760764e-08, 5.9628590065585735e-09, -7.89985676874494e-10, 8.800782325124601e-11,
        -6.417621989385224e-12, -1.0118128557223827e-12, 3.865352482534945e-13, 9.094947017729283e-14,
    }},
    {6.910612822087165, 0.7778391618531941, 2, {
        0.18898401667690787, -0.028082770279334552, 0.003942720774629455, -0.0005098408841858527,
        5.7996137092763965e-05, -5.1556812585396015e-06, 1.72937879572288e-07, 6.600410280555025e-08,
        -2.2819918399363814e-08, 5.105239253566652e-09, -9.687710189609788e-10, 1.667359583734651e-10,
        -2.6875568437390027e-11, 4.5645265345228834e-12, -6.821210263296962e-13, -2.2737367544323207e-14,
    }},
    {9.481838466261495, 0.7778391618531941, 2, {
        0.14528914316377345, -0.016938959680811445, 0.0019238358651820883, -0.00021089183102980245,
        2.2013916945073928e-05, -2.142228479962149e-06, 1.8684989830930476e-07, -1.3239443674706309e-08,
        4.689066912533235e-10, 7.150440239911404e-11, -2.212772187704104e-11, 3.990408004028723e-12,
        -6.650680006714537e-13, 5.684341886080802e-14, 0.0, 2.2737367544323207e-14,
    }},
    {13.33867693252299, 0.38891958092659706, 2, {
        0.10746618859802198, -0.018730960222106886, 0.003228142532877842, -0.0005485858626233964,
        9.157690092728154e-05, -1.4938068503389525e-05, 2.363497002377812e-06, -3.5879513591297043e-07,
        5.1360681929679686e-08, -6.7136022963154575e-09, 7.429001414038795e-10, -5.225189170232625e-11,
        -4.3286263462505315e-12, 3.413447302591521e-12, -1.0459189070388674e-12, 1.2505552149377764e-13,
    }},
    {19.546164754610153, 0.2750076730094271, 2, {
        0.07556843192845551, -0.013166309667900524, 0.0022834402692372344, -0.0003939268120721096,
        6.754086707801976e-05, -1.1496604088812035e-05, 1.94007364946458e-06, -3.239853124448189e-07,
        5.3414145639862904e-08, -8.666640738397291e-09, 1.3776887186622842e-09, -2.126938625224284e-10,
        3.1892000151856334e-11, -4.945377440890297e-12, 5.968558980384842e-13, 4.5474735088646414e-14,
    }},
    {26.818689110435827, 0.2750076730094271, 2, {
        0.05602392846914516, -0.00725076540463827, 0.0009362845131402488, -0.00012059915686712385,
        1.549085783572046e-05, -1.983643218061992e-06, 2.531311179776452e-07, -3.217547406286769e-08,
        4.07173930128124e-09, -5.130131874864219e-10, 6.406981611917218e-11, -7.450751127180412e-12,
        1.0459189070388676e-12, -4.789058039023076e-13, -2.842170943040401e-15, 9.663381206337362e-14,
    }},
    {37.72747564417433, 0.13750383650471354, 2, {
        0.04034829655964684, -0.0075296292687545745, 0.0014036222034094334, -0.0002613499359525484,
        4.860196850665632e-05, -9.026186963201343e-06, 1.6738974001340168e-06, -3.0993946102952914e-07,
        5.729154981537476e-08, -1.0570998298931045e-08, 1.9469316825393432e-09, -3.5745060245062635e-10,
        6.504734528789413e-11, -1.2084910849807784e-11, 2.4925839170464315e-12, -3.979039320256561e-13,
    }},
    {0.0, 1.0, 0, {
        -1.8319311883544458, 1.5707963267948966, 0.0, 0.0,
        0.0, 0.0, 0.0, 0.0,
        0.0, 0.0, 0.0, 0.0,
        0.0, 0.0, 0.0, 0.0,
    }},
};
VM_INLINE double gudermannian_integral_f64(double a, gudermannian_parameters_f64 p) {
    (void)p;
    return panel_integral(a, gudermannian_integral_edges, 32, gudermannian_integral_panels, INFINITY, INFINITY);
}
VM_INLINE double gudermannian_inverse_f64(double y, gudermannian_parameters_f64 p) {
    (void)p;
    return vm_asinh_f64(vm_tan_f64(y));
}

// hard_silu: where(a <= -3, 0, where(a <= 3, a * (a + 3) / 6, a))

typedef struct { char none; } hard_silu_parameters_f64;
VM_INLINE hard_silu_parameters_f64 hard_silu_load_f64(const double *values) {
    (void)values;
    return (hard_silu_parameters_f64){0};
}
VM_INLINE double hard_silu_link_f64(double a, hard_silu_parameters_f64 p) {
    (void)p;
    return (a <= -3.0 ? 0.0 : (a <= 3.0 ? 0.1666666666666666666666666666666666666666 * a * (a + 3.0) : a));
}
VM_INLINE double hard_silu_derivative_f64(double a, hard_silu_parameters_f64 p) {
    (void)p;
    return a != a ? a : (a <= -3.0 ? 0.0 : (a <= 3.0 ? 0.1666666666666666666666666666666666666666 * (2.0 * a + 3.0) : 1.0));
}
VM_INLINE double hard_silu_integral_f64(double a, hard_silu_parameters_f64 p) {
    (void)p;
    return (a <= -3.0 ? 0.0 : (a <= 3.0 ? 0.02777777777777777777777777777777777777777 * vm_square_f64(a + 3.0) * (2.0 * a - 3.0) : 0.5 * vm_square_f64(a) - 1.5));
}

// selu: where(a >= 0, 1.0507009873554805 * a, 1.0507009873554805 * 1.6732632423543772 * (exp(a) - 1))

typedef struct { char none; } selu_parameters_f32;
VM_INLINE selu_parameters_f32 selu_load_f32(const double *values) {
    (void)values;
    return (selu_parameters_f32){0};
}
VM_INLINE float selu_link_f32(float a, selu_parameters_f32 p) {
    (void)p;
    return (float)selu_link_f64(a, selu_load_f64(0));
}
VM_INLINE float selu_derivative_f32(float a, selu_parameters_f32 p) {
    (void)p;
    return (float)selu_derivative_f64(a, selu_load_f64(0));
}
VM_INLINE float selu_integral_f32(float a, selu_parameters_f32 p) {
    (void)p;
    return (float)selu_integral_f64(a, selu_load_f64(0));
}

// celu: where(a >= 0, a, alpha * (exp(a / alpha) - 1))

typedef struct { float alpha; celu_parameters_f64 Wide; } celu_parameters_f32;
VM_INLINE celu_parameters_f32 celu_load_f32(const double *values) {
    return (celu_parameters_f32){(float)values[0], celu_load_f64(values)};
}
VM_INLINE float celu_link_f32(float a, celu_parameters_f32 p) {
    return (float)celu_link_f64(a, p.Wide);
}
VM_INLINE float celu_derivative_f32(float a, celu_parameters_f32 p) {
    return (float)celu_derivative_f64(a, p.Wide);
}
VM_INLINE float celu_integral_f32(float a, celu_parameters_f32 p) {
    return (float)celu_integral_f64(a, p.Wide);
}
VM_INLINE float celu_link_by_0_f32(float a, celu_parameters_f32 p) {
    return (float)celu_link_by_0_f64(a, p.Wide);
}
VM_INLINE float celu_integral_by_0_f32(float a, celu_parameters_f32 p) {
    return (float)celu_integral_by_0_f64(a, p.Wide);
}

// squareplus: (a + sqrt(a^2 + b)) / 2

typedef struct { float b; squareplus_parameters_f64 Wide; } squareplus_parameters_f32;
VM_INLINE squareplus_parameters_f32 squareplus_load_f32(const double *values) {
    return (squareplus_parameters_f32){(float)values[0], squareplus_load_f64(values)};
}
VM_INLINE float squareplus_link_f32(float a, squareplus_parameters_f32 p) {
    return (float)squareplus_link_f64(a, p.Wide);
}
VM_INLINE float squareplus_derivative_f32(float a, squareplus_parameters_f32 p) {
    return 0.5f * vm_plus_root_slope_f32(a, p.b);
}
VM_INLINE float squareplus_integral_f32(float a, squareplus_parameters_f32 p) {
    return (float)squareplus_integral_f64(a, p.Wide);
}
VM_INLINE float squareplus_link_by_0_f32(float a, squareplus_parameters_f32 p) {
    return 0.25f / vm_root_square_plus_f32(a, p.b);
}
VM_INLINE float squareplus_integral_by_0_f32(float a, squareplus_parameters_f32 p) {
    return 0.25f * vm_asinh_f32(a / vm_sqrt_f32(p.b));
}

// asinh: asinh(a)

typedef struct { char none; } asinh_parameters_f32;
VM_INLINE asinh_parameters_f32 asinh_load_f32(const double *values) {
    (void)values;
    return (asinh_parameters_f32){0};
}
VM_INLINE float asinh_link_f32(float a, asinh_parameters_f32 p) {
    (void)p;
    return vm_asinh_f32(a);
}
VM_INLINE float asinh_derivative_f32(float a, asinh_parameters_f32 p) {
    (void)p;
    return (float)asinh_derivative_f64(a, asinh_load_f64(0));
}
VM_INLINE float asinh_integral_f32(float a, asinh_parameters_f32 p) {
    (void)p;
    return vm_asinh_integral_f32(a);
}

// gudermannian: 2 * atan(tanh(a / 2))

typedef struct { char none; } gudermannian_parameters_f32;
VM_INLINE gudermannian_parameters_f32 gudermannian_load_f32(const double *values) {
    (void)values;
    return (gudermannian_parameters_f32){0};
}
VM_INLINE float gudermannian_link_f32(float a, gudermannian_parameters_f32 p) {
    (void)p;
    return (float)gudermannian_link_f64(a, gudermannian_load_f64(0));
}
VM_INLINE float gudermannian_derivative_f32(float a, gudermannian_parameters_f32 p) {
    (void)p;
    return (float)gudermannian_derivative_f64(a, gudermannian_load_f64(0));
}
VM_INLINE float gudermannian_integral_f32(float a, gudermannian_parameters_f32 p) {
    (void)p;
    return (float)gudermannian_integral_f64(a, gudermannian_load_f64(0));
}

// hard_silu: where(a <= -3, 0, where(a <= 3, a * (a + 3) / 6, a))

typedef struct { char none; } hard_silu_parameters_f32;
VM_INLINE hard_silu_parameters_f32 hard_silu_load_f32(const double *values) {
    (void)values;
    return (hard_silu_parameters_f32){0};
}
VM_INLINE float hard_silu_link_f32(float a, hard_silu_parameters_f32 p) {
    (void)p;
    return (float)hard_silu_link_f64(a, hard_silu_load_f64(0));
}
VM_INLINE float hard_silu_derivative_f32(float a, hard_silu_parameters_f32 p) {
    (void)p;
    return (float)hard_silu_derivative_f64(a, hard_silu_load_f64(0));
}
VM_INLINE float hard_silu_integral_f32(float a, hard_silu_parameters_f32 p) {
    (void)p;
    return (float)hard_silu_integral_f64(a, hard_silu_load_f64(0));
}

static double selu_link_at(double x, const double *parameters) {
    return selu_link_f64(x, selu_load_f64(parameters));
}
static double selu_derivative_at(double x, const double *parameters) {
    return selu_derivative_f64(x, selu_load_f64(parameters));
}
static double selu_integral_at(double x, const double *parameters) {
    return selu_integral_f64(x, selu_load_f64(parameters));
}
static double selu_inverse_at(double x, const double *parameters) {
    return selu_inverse_f64(x, selu_load_f64(parameters));
}
static double selu_dual_at(double x, const double *parameters) {
    return selu_dual_f64(x, selu_load_f64(parameters));
}
static slope_shape selu_slope_shape_at(double a, const double *parameters) {
    const selu_parameters_f64 p = selu_load_f64(parameters);
    (void)a, (void)p;
    return (slope_shape){(a >= 0.0 ? 1.0507009873554805 : 0.0), (a >= 0.0 ? 0.0 : 1.7580993408473767818340515842446), 1.0, 0.0, 1.0};
}
static elementwise_link selu_conjugate(const double *parameters, link_kink *kinks) {
    const selu_parameters_f64 p = selu_load_f64(parameters);
    (void)p;
    kinks[0] = (link_kink){0.0, 0};
    return (elementwise_link){
        .link = selu_link_at, .derivative = selu_derivative_at, .integral = selu_integral_at,
        .slope_shape = selu_slope_shape_at,
        .inverse = selu_inverse_at, .dual = selu_dual_at,
        .is_inverse_derived = 0, .is_dual_derived = 0,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 1, .is_falling = 0, .has_hidden_kinks = 0,
        .kink_count = 1, .kinks = kinks, .parameters = parameters,
    };
}

static double celu_link_at(double x, const double *parameters) {
    return celu_link_f64(x, celu_load_f64(parameters));
}
static double celu_derivative_at(double x, const double *parameters) {
    return celu_derivative_f64(x, celu_load_f64(parameters));
}
static double celu_integral_at(double x, const double *parameters) {
    return celu_integral_f64(x, celu_load_f64(parameters));
}
static double celu_inverse_at(double x, const double *parameters) {
    return celu_inverse_f64(x, celu_load_f64(parameters));
}
static double celu_dual_at(double x, const double *parameters) {
    return celu_dual_f64(x, celu_load_f64(parameters));
}
static slope_shape celu_slope_shape_at(double a, const double *parameters) {
    const celu_parameters_f64 p = celu_load_f64(parameters);
    (void)a, (void)p;
    return (slope_shape){(a >= 0.0 ? 1.0 : 0.0), (a >= 0.0 ? 0.0 : 1.0), (a >= 0.0 ? 1.0 : 1.0 / p.alpha), 0.0, 1.0};
}
static elementwise_link celu_conjugate(const double *parameters, link_kink *kinks) {
    const celu_parameters_f64 p = celu_load_f64(parameters);
    (void)p;
    kinks[0] = (link_kink){0.0, 0};
    return (elementwise_link){
        .link = celu_link_at, .derivative = celu_derivative_at, .integral = celu_integral_at,
        .slope_shape = celu_slope_shape_at,
        .inverse = celu_inverse_at, .dual = celu_dual_at,
        .is_inverse_derived = 0, .is_dual_derived = 0,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 1, .is_falling = 0, .has_hidden_kinks = 0,
        .kink_count = 1, .kinks = kinks, .parameters = parameters,
    };
}

static double squareplus_link_at(double x, const double *parameters) {
    return squareplus_link_f64(x, squareplus_load_f64(parameters));
}
static double squareplus_derivative_at(double x, const double *parameters) {
    return squareplus_derivative_f64(x, squareplus_load_f64(parameters));
}
static double squareplus_integral_at(double x, const double *parameters) {
    return squareplus_integral_f64(x, squareplus_load_f64(parameters));
}
static double squareplus_inverse_at(double x, const double *parameters) {
    return squareplus_inverse_f64(x, squareplus_load_f64(parameters));
}
static double squareplus_dual_at(double x, const double *parameters) {
    return squareplus_dual_f64(x, squareplus_load_f64(parameters));
}
static elementwise_link squareplus_conjugate(const double *parameters, link_kink *kinks) {
    const squareplus_parameters_f64 p = squareplus_load_f64(parameters);
    (void)p;
    return (elementwise_link){
        .link = squareplus_link_at, .derivative = squareplus_derivative_at, .integral = squareplus_integral_at,
        .slope_shape = NULL,
        .inverse = squareplus_inverse_at, .dual = squareplus_dual_at,
        .is_inverse_derived = 0, .is_dual_derived = 0,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 1, .is_falling = 0, .has_hidden_kinks = 0,
        .kink_count = 0, .kinks = kinks, .parameters = parameters,
    };
}

static double asinh_link_at(double x, const double *parameters) {
    return asinh_link_f64(x, asinh_load_f64(parameters));
}
static double asinh_derivative_at(double x, const double *parameters) {
    return asinh_derivative_f64(x, asinh_load_f64(parameters));
}
static double asinh_integral_at(double x, const double *parameters) {
    return asinh_integral_f64(x, asinh_load_f64(parameters));
}
static double asinh_inverse_at(double x, const double *parameters) {
    return asinh_inverse_f64(x, asinh_load_f64(parameters));
}
static double asinh_dual_at(double x, const double *parameters) {
    return asinh_dual_f64(x, asinh_load_f64(parameters));
}
static elementwise_link asinh_conjugate(const double *parameters, link_kink *kinks) {
    const asinh_parameters_f64 p = asinh_load_f64(parameters);
    (void)p;
    return (elementwise_link){
        .link = asinh_link_at, .derivative = asinh_derivative_at, .integral = asinh_integral_at,
        .slope_shape = NULL,
        .inverse = asinh_inverse_at, .dual = asinh_dual_at,
        .is_inverse_derived = 0, .is_dual_derived = 0,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 1, .is_falling = 0, .has_hidden_kinks = 0,
        .kink_count = 0, .kinks = kinks, .parameters = parameters,
    };
}

static double gudermannian_link_at(double x, const double *parameters) {
    return gudermannian_link_f64(x, gudermannian_load_f64(parameters));
}
static double gudermannian_derivative_at(double x, const double *parameters) {
    return gudermannian_derivative_f64(x, gudermannian_load_f64(parameters));
}
static double gudermannian_integral_at(double x, const double *parameters) {
    return gudermannian_integral_f64(x, gudermannian_load_f64(parameters));
}
static double gudermannian_inverse_at(double x, const double *parameters) {
    return gudermannian_inverse_f64(x, gudermannian_load_f64(parameters));
}
static elementwise_link gudermannian_conjugate(const double *parameters, link_kink *kinks) {
    const gudermannian_parameters_f64 p = gudermannian_load_f64(parameters);
    (void)p;
    return (elementwise_link){
        .link = gudermannian_link_at, .derivative = gudermannian_derivative_at, .integral = gudermannian_integral_at,
        .slope_shape = NULL,
        .inverse = gudermannian_inverse_at, .dual = NULL,
        .is_inverse_derived = 1, .is_dual_derived = 0,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 1, .is_falling = 0, .has_hidden_kinks = 0,
        .kink_count = 0, .kinks = kinks, .parameters = parameters,
    };
}

static double hard_silu_link_at(double x, const double *parameters) {
    return hard_silu_link_f64(x, hard_silu_load_f64(parameters));
}
static double hard_silu_derivative_at(double x, const double *parameters) {
    return hard_silu_derivative_f64(x, hard_silu_load_f64(parameters));
}
static double hard_silu_integral_at(double x, const double *parameters) {
    return hard_silu_integral_f64(x, hard_silu_load_f64(parameters));
}
static elementwise_link hard_silu_conjugate(const double *parameters, link_kink *kinks) {
    const hard_silu_parameters_f64 p = hard_silu_load_f64(parameters);
    (void)p;
    kinks[0] = (link_kink){-3.0, 0};
    kinks[1] = (link_kink){3.0, 0};
    sort_kinks(kinks, 2);
    return (elementwise_link){
        .link = hard_silu_link_at, .derivative = hard_silu_derivative_at, .integral = hard_silu_integral_at,
        .slope_shape = NULL,
        .inverse = NULL, .dual = NULL,
        .is_inverse_derived = 0, .is_dual_derived = 0,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 0, .is_falling = 1, .has_hidden_kinks = 0,
        .kink_count = 2, .kinks = kinks, .parameters = parameters,
    };
}
static int hard_silu_split(const double *parameters, link_split *split) {
    link_kink kinks[MAXIMUM_KINKS];
    const elementwise_link link = hard_silu_conjugate(parameters, kinks);
    static const link_interval known[] = {{-2.9999999999999996, -1.5000000000000002}};
    const int is_default = 1;
    return find_split(&link, is_default ? known : NULL, 1, split);
}
