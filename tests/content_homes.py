"""What the article this reference began from speaks of, part by part, and the ids in which each part has its home."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Home:
    """One part of the article. Bullets are "topic.number" or "topic.first-last"; all others are plain ids."""

    part: str
    drugs: str = ""
    bullets: str = ""
    ideas: str = ""
    scales: str = ""
    signs: str = ""
    classes: str = ""
    effects: str = ""


HOMES = (
    Home("stage 4 and where it spreads", bullets="what-is-mbc.1 metastasis-sites.1-7"),
    Home("no cure, and what treatment aims at", bullets="what-is-mbc.3-4"),
    Home("the team and the oncologist", bullets="care-team.1-2"),
    Home("what the choice of medicines depends on", bullets="how-treatment-is-chosen.1-5"),
    Home("hormone therapy and its receptors", bullets="receptors-subtypes.1 hormone-therapy.1"),
    Home(
        "aromatase inhibitors",
        drugs="letrozole anastrozole exemestane",
        bullets="hormone-therapy.2",
        classes="aromatase-inhibitor",
    ),
    Home("toremifene after menopause", drugs="toremifene", bullets="hormone-therapy.5", classes="serm"),
    Home(
        "fulvestrant and the newer tablets",
        drugs="fulvestrant elacestrant imlunestrant vepdegestrant",
        bullets="hormone-therapy.4",
        classes="serd oral-serd er-protac",
    ),
    Home("tamoxifen", drugs="tamoxifen", bullets="hormone-therapy.4 hormone-therapy.7"),
    Home(
        "the ovaries, which it left out",
        drugs="goserelin leuprolide triptorelin oophorectomy",
        bullets="hormone-therapy.3",
        classes="ovarian-suppression",
    ),
    Home(
        "side effects of hormones, which it left out",
        bullets="hormone-therapy.6",
        scales="hot-flashes joint-pain vaginal-dryness",
    ),
    Home(
        "chemotherapy by vein or mouth",
        drugs="capecitabine paclitaxel nab-paclitaxel docetaxel eribulin vinorelbine gemcitabine carboplatin cisplatin"
        " doxorubicin liposomal-doxorubicin cyclophosphamide ixabepilone",
        bullets="chemotherapy.1",
        classes="antimetabolite taxane vinca microtubule-inhibitor platinum anthracycline alkylator epothilone",
    ),
    Home(
        "ten side effects of chemotherapy and what eases them",
        drugs="loperamide ondansetron granisetron aprepitant olanzapine prochlorperazine dexamethasone"
        " dexamethasone-mouthwash hot-flash-medicine neuropathic-pain-medicine hand-foot-care scalp-cooling"
        " cryotherapy filgrastim pegfilgrastim blood-transfusion laxatives",
        bullets="chemotherapy.2",
        scales="diarrhea fatigue hair-loss appetite hot-flashes vaginal-dryness mouth-sores nails nausea vomiting"
        " numbness weight",
    ),
    Home("when chemotherapy is used", bullets="how-treatment-is-chosen.5 chemotherapy.4"),
    Home(
        "chemotherapy with immunotherapy",
        drugs="pembrolizumab",
        bullets="chemotherapy.3 immunotherapy.2 receptors-subtypes.6",
    ),
    Home("what targeted therapy aims at", bullets="targeted-therapy.1-3"),
    Home(
        "antibody-drug conjugates",
        drugs="trastuzumab-deruxtecan trastuzumab-emtansine sacituzumab-govitecan datopotamab-deruxtecan eye-care-adc",
        classes="adc",
    ),
    Home("CDK4/6 inhibitors", drugs="palbociclib ribociclib abemaciclib", classes="cdk46-inhibitor"),
    Home(
        "kinase inhibitors", drugs="neratinib tucatinib lapatinib", bullets="receptors-subtypes.2", classes="her2-tki"
    ),
    Home(
        "monoclonal antibodies",
        drugs="trastuzumab margetuximab pertuzumab trastuzumab-hyaluronidase pertuzumab-trastuzumab-hyaluronidase",
        classes="her2-antibody",
    ),
    Home("mTOR inhibitor", drugs="everolimus", classes="mtor-inhibitor"),
    Home("PARP inhibitors", drugs="olaparib talazoparib", bullets="biomarker-tests.4", classes="parp-inhibitor"),
    Home(
        "PI3K inhibitor and what came after it",
        drugs="alpelisib inavolisib capivasertib gedatolisib",
        classes="pi3k-inhibitor akt-inhibitor",
    ),
    Home(
        "side effects of targeted medicines",
        bullets="targeted-therapy.4-8",
        scales="rash diarrhea fatigue weakness heartbeat swelling shortness-of-breath",
    ),
    Home(
        "medicines chosen by a gene change, which it left out",
        drugs="larotrectinib entrectinib repotrectinib selpercatinib dostarlimab",
        bullets="biomarker-tests.6",
        classes="tumor-agnostic",
    ),
    Home(
        "immunotherapy",
        drugs="pembrolizumab pembrolizumab-sc atezolizumab",
        bullets="immunotherapy.1-2",
        classes="checkpoint-inhibitor",
    ),
    Home(
        "eight side effects of immunotherapy",
        bullets="immunotherapy.3-4",
        scales="reaction constipation cough diarrhea fatigue nausea rash",
        signs="HORM DIARR1",
    ),
    Home(
        "bone medicines",
        drugs="denosumab zoledronic-acid pamidronate calcium-vitamin-d",
        bullets="bone-health.1-5",
        classes="rankl-inhibitor bisphosphonate",
    ),
    Home(
        "side effects of bone medicines",
        bullets="bone-health.6",
        scales="jaw flu-like chills muscle-pain headache bladder urine-color",
        signs="JAW LOWCA",
    ),
    Home(
        "radiation and when it is used",
        drugs="external-beam-radiation stereotactic-radiation whole-brain-radiation",
        bullets="radiation.1-2 bone-health.7",
    ),
    Home(
        "radiation from outside",
        drugs="external-beam-radiation",
        bullets="radiation.3",
        scales="treated-skin fatigue",
        classes="external-radiation",
    ),
    Home(
        "radiation from inside",
        drugs="brachytherapy",
        bullets="radiation.4",
        scales="treated-skin bruising pain",
        classes="internal-radiation",
        effects="infection",
    ),
    Home(
        "surgery",
        drugs="primary-tumor-surgery bone-stabilizing-surgery vertebroplasty metastasis-removal fluid-drainage"
        " port-placement",
        bullets="surgery.1-4",
    ),
    Home(
        "palliative care",
        drugs="palliative-care hospice opioid-pain-medicine",
        bullets="palliative-care.1-7",
        ideas="ask-palliative spiritual",
    ),
    Home(
        "complementary methods",
        drugs="acupuncture massage meditation yoga relaxation-music tai-chi-qigong supervised-exercise"
        " herbs-supplements",
        bullets="complementary.1-8",
        ideas="mindfulness-course gentle-yoga acupuncture-massage",
    ),
    Home("alternative methods, a warning", drugs="alternative-instead", bullets="complementary.3"),
    Home("clinical trials", drugs="clinical-trial camizestrant giredestrant", bullets="clinical-trials.1-4"),
    Home("the transplant of the past", drugs="high-dose-chemo-transplant", bullets="clinical-trials.5"),
    Home("outlook and what it depends on", bullets="prognosis.1-3 prognosis.6 prognosis.8-11"),
    Home("outlook of two kinds", bullets="prognosis.4-5"),
    Home("outlook that got better", bullets="prognosis.7 prognosis.12"),
    Home(
        "anxiety, fear and sadness",
        ideas="crisis-line",
        scales="anxiety sadness",
        signs="DARK",
        bullets="when-to-call.19",
    ),
    Home("feelings are named and let go", ideas="name-the-feeling fear-has-a-slot"),
    Home("people to talk to", ideas="talk-to-someone mental-health-pro mbc-peer-group"),
    Home("what one enjoys", ideas="do-what-you-love focus-on-can"),
    Home("the present and small joys", ideas="small-joys present-moment"),
    Home(
        "what it left out",
        bullets="when-to-call.1-19 monitoring.1-5 vaccines-infection.1-3 intimacy-fertility.1-4 what-is-mbc.7"
        " medicine-safety.1-6 biomarker-tests.1-9 nutrition-lifestyle.1-4 practical.1-4 questions-to-ask.1-9",
        ideas="breathing music move-twice-a-week walk-10 energy-budget sleep-basics scan-plan question-list"
        " tell-the-children accept-help caregiver-break meaning limit-searching",
    ),
)


def spread(bullets: str) -> list[str]:
    """Ids of bullets, "topic.1-3" as its three."""
    ids = []
    for one in bullets.split():
        topic, _dot, numbers = one.rpartition(".")
        first, _dash, last = numbers.partition("-")
        ids += [f"{topic}.{number}" for number in range(int(first), int(last or first) + 1)]
    return ids
