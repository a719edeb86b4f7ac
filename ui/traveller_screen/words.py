"""The screen's own few words in every language of the travellers. Drafts: no native reader has signed one of them.

What is asked and said comes from the SOP files; here stand only welcome, waiting, who we are and the marks.
"""

from __future__ import annotations

from typing import Final

from sops.wording import FALLBACK, Phrase, Wording

OWN: Final[dict[str, dict[str, str]]] = {
    "welcome": {
        "es": "Bienvenidos",
        "en": "Welcome",
        "fr": "Bienvenue",
        "pt": "Boas-vindas",
        "ht": "Byenveni",
        "ar": "أهلًا وسهلًا",
        "bn": "স্বাগতম",
        "hi": "स्वागत है",
        "ne": "स्वागत छ",
        "ur": "خوش آمدید",
        "zh": "欢迎",
    },
    "who": {
        "es": "Control sanitario de entrada",
        "en": "Health screening on entry",
        "fr": "Contrôle sanitaire à l'entrée",
        "pt": "Triagem de saúde na entrada",
        "ht": "Kontwòl sante nan antre a",
        "ar": "الفحص الصحي عند الدخول",
        "bn": "প্রবেশের সময় স্বাস্থ্য পরীক্ষা",
        "hi": "प्रवेश पर स्वास्थ्य जाँच",
        "ne": "प्रवेशमा स्वास्थ्य जाँच",
        "ur": "داخلے پر صحت کی جانچ",
        "zh": "入境健康检查",
    },
    "noted": {
        "es": "Anotamos sus respuestas, su temperatura, su edad y su idioma, para proteger la salud.",
        "en": "We note your answers, your temperature, your age and your language, to protect health.",
        "fr": "Nous notons vos réponses, votre température, votre âge et votre langue, pour protéger la santé.",
        "pt": "Anotamos suas respostas, sua temperatura, sua idade e seu idioma, para proteger a saúde.",
        "ht": "Nou note repons ou, tanperati ou, laj ou ak lang ou, pou pwoteje lasante.",
        "ar": "نسجّل إجاباتك ودرجة حرارتك وعمرك ولغتك لحماية الصحة.",
        "bn": "স্বাস্থ্য সুরক্ষার জন্য আমরা আপনার উত্তর, তাপমাত্রা, বয়স ও ভাষা লিখে রাখি।",
        "hi": "स्वास्थ्य की सुरक्षा के लिए हम आपके उत्तर, तापमान, उम्र और भाषा लिखते हैं।",
        "ne": "स्वास्थ्य सुरक्षाका लागि हामी तपाईंको उत्तर, तापक्रम, उमेर र भाषा लेख्छौं।",
        "ur": "صحت کے تحفظ کے لیے ہم آپ کے جوابات، درجہ حرارت، عمر اور زبان لکھتے ہیں۔",
        "zh": "为保护健康，我们会记录您的回答、体温、年龄和语言。",
    },
    "moment": {
        "es": "Un momento, por favor.",
        "en": "One moment, please.",
        "fr": "Un moment, s'il vous plaît.",
        "pt": "Um momento, por favor.",
        "ht": "Tann yon ti moman, tanpri.",
        "ar": "لحظة من فضلك.",
        "bn": "দয়া করে একটু অপেক্ষা করুন।",
        "hi": "कृपया थोड़ा रुकिए।",
        "ne": "कृपया एकछिन पर्खनुहोस्।",
        "ur": "براہ کرم ایک لمحہ رکیں۔",
        "zh": "请稍等。",
    },
    "papers": {
        "es": "Muestre sus documentos, por favor, si los tiene.",
        "en": "Please show your documents, if you have them.",
        "fr": "Montrez vos papiers, s'il vous plaît, si vous en avez.",
        "pt": "Mostre seus documentos, por favor, se tiver.",
        "ht": "Tanpri montre papye ou, si ou genyen.",
        "ar": "من فضلك أظهر أوراقك إن وُجدت.",
        "bn": "কাগজপত্র থাকলে দয়া করে দেখান।",
        "hi": "अगर आपके पास कागज़ात हों, तो कृपया दिखाएँ।",
        "ne": "कागजात भए कृपया देखाउनुहोस्।",
        "ur": "اگر آپ کے پاس کاغذات ہیں تو براہ کرم دکھائیں۔",
        "zh": "如有证件，请出示。",
    },
    "temperature": {
        "es": "Ahora le mediremos la temperatura.",
        "en": "We will now measure your temperature.",
        "fr": "Nous allons maintenant prendre votre température.",
        "pt": "Agora vamos medir sua temperatura.",
        "ht": "Kounye a nou pral pran tanperati ou.",
        "ar": "سنقيس الآن درجة حرارتك.",
        "bn": "এখন আমরা আপনার তাপমাত্রা মাপব।",
        "hi": "अब हम आपका तापमान मापेंगे।",
        "ne": "अब हामी तपाईंको तापक्रम नाप्छौं।",
        "ur": "اب ہم آپ کا درجہ حرارت ناپیں گے۔",
        "zh": "现在为您测量体温。",
    },
    "not_reviewed": {
        "es": "Texto aún no revisado",
        "en": "Text not yet reviewed",
        "fr": "Traduction pas encore relue",
        "pt": "Tradução ainda não revisada",
        "ht": "Tradiksyon an poko verifye",
        "ar": "ترجمة لم تُراجَع بعد",
        "bn": "অনুবাদ এখনো যাচাই করা হয়নি",
        "hi": "अनुवाद की अभी जाँच नहीं हुई है",
        "ne": "अनुवाद अझै जाँचिएको छैन",
        "ur": "ترجمے کی ابھی جانچ نہیں ہوئی",
        "zh": "译文尚未审核",
    },
    "not_yours": {
        "es": "Aún no está en su idioma",
        "en": "Not yet in your language",
        "fr": "Pas encore dans votre langue",
        "pt": "Ainda não está em seu idioma",
        "ht": "Li poko nan lang ou",
        "ar": "غير متوفر بلغتك بعد",
        "bn": "এখনো আপনার ভাষায় নেই",
        "hi": "अभी आपकी भाषा में नहीं है",
        "ne": "अझै तपाईंको भाषामा छैन",
        "ur": "ابھی آپ کی زبان میں نہیں ہے",
        "zh": "暂无您的语言版本",
    },
}


def own(name: str, language: str, wording: Wording) -> Phrase:
    """Words of the screen itself in that language, else in Spanish; never taken for reviewed."""
    spoken = language if language in OWN[name] else FALLBACK[0]
    return Phrase(
        id=name,
        text=OWN[name][spoken],
        language=spoken,
        fallback=spoken != language,
        reviewed=False,
        confidence="low",
        direction=wording.direction(spoken),
    )
