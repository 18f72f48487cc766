using Extraction.Documents;

namespace Extraction.Training.Annotate;

/// <summary>Made-up names of every kind, from lists of parts.</summary>
internal sealed class MadeUpNames(Random random)
{
    private readonly string[] _first = [.. EmbeddedLists.Lines("first-names.txt")];
    private readonly string[] _last = [.. EmbeddedLists.Lines("last-names.txt")];
    private readonly string[] _cities = [.. EmbeddedLists.Lines("cities.txt")];

    /// <summary>A name for a slot of the templates.</summary>
    public (string Name, NameType Type) Next(char slot) => slot switch
    {
        'P' => (Person(), NameType.Person),
        'F' => (random.Next(4) == 0 ? "al-" + Pick(Parts.ArabicFamily) : Pick(_last), NameType.Person),
        'M' => (Group(), NameType.Organization),
        'G' => (Body(), NameType.Organization),
        'C' => (Company(), NameType.Organization),
        'V' => ($"{(random.Next(2) == 0 ? Coined() : Pick(_first))} {Pick(Parts.Vessels)}", NameType.Misc),
        'L' => (Pick(Parts.Capitals, _cities), NameType.Location),
        'N' => (Pick(Parts.Countries), NameType.Location),
        _ => (Pick(Parts.Nationalities), NameType.Misc),
    };

    private string Person() => random.Next(10) switch
    {
        < 5 => $"{Pick(_first)} {Pick(_last)}",
        5 => $"{Pick(_first)} {(char)('A' + random.Next(26))}. {Pick(_last)}",
        6 or 7 => $"{Pick(Parts.ArabicFirst)} {(random.Next(2) == 0 ? Pick(Parts.ArabicFirst) + " " : "")}{(random.Next(3) > 0 ? "al-" : "")}{Pick(Parts.ArabicFamily)}",
        8 => $"{Pick(Parts.EastAsian)} {Pick(Parts.EastAsian)}{(random.Next(2) == 0 ? " " : "-")}{(random.Next(2) == 0 ? Pick(Parts.EastAsian) : Pick(Parts.EastAsian).ToLowerInvariant())}",
        _ => $"{Pick(_first)} {Pick(_first)} {Pick(_last)}",
    };

    private string Group() => random.Next(3) switch
    {
        0 => $"{Pick(Parts.ArabicGroups)} {(random.Next(3) == 0 ? "Ahl " : "")}al-{Pick(Parts.ArabicFamily)}",
        1 => $"{Pick(Parts.GroupQualities)} {Pick(Parts.GroupKinds)}",
        _ => $"{Pick(Parts.Countries)} {Pick(Parts.GroupQualities)} {Pick(Parts.GroupKinds)}",
    };

    private string Body() => random.Next(4) switch
    {
        0 => $"Ministry of {Pick(Parts.Ministries)}",
        1 => $"{Pick(Parts.Ministries)} Ministry",
        2 => $"Central Bank of {Pick(Parts.Countries)}",
        _ => Pick(Parts.Bodies),
    };

    private string Company()
    {
        var stem = random.Next(5) switch { 0 => Pick(_last), 1 => Pick(_cities), 2 => $"{Coined()} {Coined()}", _ => Coined() };
        return random.Next(10) switch
        {
            0 => $"{Pick(Parts.LegalBefore)} {stem}",
            1 => $"Bank {stem}",
            2 => $"{stem} Bank",
            3 => $"{stem} {Pick(Parts.Trades)}",
            4 => $"{stem} {Pick(Parts.LegalAfter)}",
            5 => stem,
            6 => $"{stem} {Pick(Parts.Trades)} and {Pick(Parts.Trades)} {Pick(Parts.LegalAfter)}",
            _ => $"{stem} {Pick(Parts.Trades)} {Pick(Parts.LegalAfter)}",
        };
    }

    private string Coined() => Pick(Parts.Onsets) + Pick(Parts.Codas);

    private string Pick(string[] list) => list[random.Next(list.Length)];

    private string Pick(string[] list, string[] other) => random.Next(2) == 0 ? Pick(list) : Pick(other);

    /// <summary>Parts of names, split from plain lists.</summary>
    private static class Parts
    {
        public static readonly string[] ArabicFirst = "Ahmad Qasim Husayn Muhammad Ali Khalid Yusuf Abdullah Mahmoud Hamid Rayan Faleh Abbas Hashim Ismail Jamal Karim Majid Nasir Omar Rashid Saif Tariq Walid Ziyad Qais Laith Adnan Akram Shibl".Split(' ');
        public static readonly string[] ArabicFamily = "Nur Fajr Sidq Haqq Karama Islam Sham Nasr Quds Thawra Shuhada Mahdi Aqsa Din Tawhid Jihad Zarqawi Maliki Lami Khazali Amiri Hasani Tikriti Baghdadi Shami Masri Houthi Zubaydi Saadi Rifai".Split(' ');
        public static readonly string[] ArabicGroups = "Saraya Kata'ib Liwa Harakat Jaysh Asa'ib Ansar Jund Fatah Jabhat Hizb Quwwat".Split(' ');
        public static readonly string[] EastAsian = "Kim Ri Pak Choe Min Aung Soe Win Than Hla Zaw Li Wei Chen Zhang Wang Guo Quan Xu Yong Chol Song Hyon Myint Htun Nguyen Tran Minh Van Thein Oo".Split(' ');
        public static readonly string[] GroupQualities = "National Liberation,People's Defense,Popular Mobilization,Patriotic,Northern Resistance,Revolutionary,Republican,United,Democratic,Free,Special Operations,Border Guard,3rd Infantry,101st Artillery,Rapid Support,Lord's Resistance".Split(',');
        public static readonly string[] GroupKinds = "Front,Army,Forces,Brigade,Guard Corps,Movement,Battalion,Committee,Union,Council,Division,Command,Regiment,Group".Split(',');
        public static readonly string[] Ministries = "Interior,Defense,Intelligence,Oil,Foreign Affairs,Finance,Justice,Energy,State Security,Trade and Industry,Defence Industry,Information".Split(',');
        public static readonly string[] Bodies = "Treasury Department,State Department,Commerce Department,Foreign Office,White House,Kremlin,Pentagon,Security Council,European Council,European Commission,Office of Foreign Assets Control,Supreme Court,Federal Security Service,Investigative Committee,National Police,Central Military Commission,Central Election Commission,Parliament,Congress,Senate,Foreign Ministry,Defense Ministry,Atomic Energy Organization,Treasury,Ministry of Foreign Affairs,Prosecutor General's Office,United Nations Security Council".Split(',');
        public static readonly string[] Capitals = "Washington,London,Brussels,Moscow,Tehran,Beijing,Pyongyang,Minsk,Caracas,Damascus,Baghdad,Beirut,Ankara,Kyiv,Kiev,Naypyitaw,Havana,Managua,Paris,Berlin,Ottawa,Canberra,Tokyo,Seoul,Dubai,Hong Kong,Geneva,Kabul,Khartoum,Juba,Tripoli,Bamako,Harare,Sana'a".Split(',');
        public static readonly string[] Countries = "Iran,Russia,China,North Korea,Syria,Iraq,Belarus,Venezuela,Cuba,Myanmar,Nicaragua,Sudan,South Sudan,Libya,Mali,Lebanon,Turkey,Ukraine,Yemen,Zimbabwe,Afghanistan,Britain,Canada,Australia,Japan,Switzerland,Germany,France,Israel,Panama,Liberia,Malta,Cyprus,Serbia,Congo,Somalia,Haiti,Ethiopia,Eritrea,Cambodia,Norway,New Zealand,Qatar,Oman,Kuwait,the United Arab Emirates".Replace("the ", "", StringComparison.Ordinal).Split(',');
        public static readonly string[] Nationalities = "Iranian Russian Chinese Syrian Iraqi Belarusian Venezuelan Cuban Burmese Nicaraguan Sudanese Libyan Malian Lebanese Turkish Ukrainian Yemeni Afghan British Canadian Israeli German French Serbian Congolese Somali Haitian Ethiopian".Split(' ');
        public static readonly string[] Vessels = "Star,Spirit,Sea,Pearl,Queen,Glory,1,2,7,Princess,Trader,Horizon,Voyager,Hope,Diamond".Split(',');
        public static readonly string[] Trades = "Trading,Shipping,Logistics,Petrochemical,Energy,Holding,Oil,Aviation,Investment,Marine,Steel,Telecom,International,Industries,Technologies,Group,Mining,Airlines,Maritime,General Trading,Exchange,Systems,Engineering,Aerospace,Electronics,Petroleum,Gas,Tankers,Ship Management,Construction".Split(',');
        public static readonly string[] LegalAfter = "Ltd,Ltd.,LLC,L.L.C.,Inc.,Inc,Co.,Co. Ltd.,Co., Ltd,Limited,PLC,Plc,AG,GmbH,S.A.,SA,JSC,FZE,Corp.,Corp,Corporation,Company,Pte. Ltd.,B.V.,SpA,AS,SARL,Company Limited,Holdings Limited".Split(',');
        public static readonly string[] LegalBefore = "JSC,OJSC,PJSC,LLC,PAO,OOO".Split(',');
        public static readonly string[] Onsets = "Pet Ro Sep Mah Kron Rus Nord Tech Alm Vol Zar Sib Gaz Tran Al Eur Baz Kav Dar Mel Tos Hek Sam Pars Kor Ves Oly Inter Uni Pol Met Avto Ural Kaz Bel Mer Sta Ever Gold Blue".Split(' ');
        public static readonly string[] Codas = "ah os neft port tek an prom stadt var ika mash exim on ol ali ium star chem tar mar via tek oil net line path sun dar bert iz ova ex".Split(' ');
    }
}
