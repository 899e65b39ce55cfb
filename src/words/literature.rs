//! Where the methods come from. Titles stand as they are, in English.

/// A publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// Who, and when: "Wilson (1927)".
    pub author_year: &'static str,
    /// What, and where.
    pub title: &'static str,
}

macro_rules! sources {
    ($($name:ident = $author_year:literal, $title:literal;)+) => {
        $(
            #[doc = $author_year]
            pub const $name: Source = Source { author_year: $author_year, title: $title };
        )+
    };
}

sources! {
    BENJAMINI_1995 = "Benjamini & Hochberg (1995)", "Controlling the false discovery rate. J. Royal Statistical Society B 57(1), 289–300";
    BENJAMINI_2001 = "Benjamini & Yekutieli (2001)", "The control of the false discovery rate under dependency. Annals of Statistics 29(4), 1165–1188";
    ARMITAGE = "Armitage (1955)", "Tests for linear trends in proportions and frequencies. Biometrics 11(3), 375–386";
    BRESLOW = "Breslow & Day (1987)", "Statistical Methods in Cancer Research II, chapter 2. IARC";
    COCHRAN_1954 = "Cochran (1954)", "Some methods for strengthening the common χ² tests. Biometrics 10(4), 417–451";
    DOBSON = "Dobson et al. (1991)", "Confidence intervals for weighted sums of Poisson parameters. Statistics in Medicine 10(3), 457–462";
    DONNER = "Donner & Zou (2012)", "Closed-form confidence intervals for functions of the normal mean and standard deviation. Statistical Methods in Medical Research 21(4), 347–359";
    EVERITT = "Everitt et al. (2011)", "Cluster Analysis, 5th edition, chapter 3. Wiley";
    FAY = "Fay & Feuer (1997)", "Confidence intervals for directly standardized rates. Statistics in Medicine 16(7), 791–801";
    FISHER = "Fisher (1935)", "The logic of inductive inference. J. Royal Statistical Society 98(1), 39–82";
    GARWOOD = "Garwood (1936)", "Fiducial limits for the Poisson distribution. Biometrika 28, 437–442";
    GOWER = "Gower (1971)", "A general coefficient of similarity and some of its properties. Biometrics 27(4), 857–871";
    GRIFFITHS = "Griffiths (1973)", "Maximum likelihood estimation for the beta-binomial distribution. Biometrics 29(4), 637–648";
    HIGGINS = "Higgins & Thompson (2002)", "Quantifying heterogeneity in a meta-analysis. Statistics in Medicine 21, 1539–1558";
    KATZ = "Katz et al. (1978)", "Obtaining confidence intervals for the risk ratio in cohort studies. Biometrics 34(3), 469–474";
    LARSEN = "Larsen & Merlo (2005)", "Appropriate assessment of neighborhood effects on individual health. American J. of Epidemiology 161(1), 81–88";
    MARSHALL = "Marshall (1991)", "Mapping disease and mortality rates using empirical Bayes estimators. Applied Statistics 40(2), 283–294";
    MOGSTAD = "Mogstad et al. (2024)", "Inference for ranks. Review of Economic Studies 91(1), 476–518";
    NEWCOMBE_SHARE = "Newcombe (1998)", "Two-sided confidence intervals for the single proportion. Statistics in Medicine 17, 857–872";
    NEWCOMBE_DIFFERENCE = "Newcombe (1998)", "Interval estimation for the difference between independent proportions, method 10. Statistics in Medicine 17, 873–890";
    PAULE = "Paule & Mandel (1982)", "Consensus values and weighting factors. J. of Research of the National Bureau of Standards 87(5), 377–385";
    PRZYBOROWSKI = "Przyborowski & Wilenski (1940)", "Homogeneity of results in testing samples from Poisson series. Biometrika 31, 313–323";
    ROTHMAN = "Rothman, Greenland & Lash (2008)", "Modern Epidemiology, 3rd edition, chapter 14";
    SPIEGELHALTER_2005 = "Spiegelhalter (2005)", "Funnel plots for comparing institutional performance. Statistics in Medicine 24, 1185–1202";
    SPIEGELHALTER_2012 = "Spiegelhalter et al. (2012)", "Statistical methods for healthcare regulation. J. Royal Statistical Society A 175(1), 1–47";
    WILSON = "Wilson (1927)", "Probable inference, the law of succession, and statistical inference. J. American Statistical Association 22(158), 209–212";
}
