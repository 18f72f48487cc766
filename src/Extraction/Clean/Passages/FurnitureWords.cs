namespace Extraction.Clean;

/// <summary>Lines that are furniture as they stand. Case does not matter.</summary>
internal static class FurnitureWords
{
    /// <summary>Words of which a bar of buttons is made.</summary>
    public static readonly HashSet<string> Buttons = Set("""
        facebook twitter x whatsapp telegram email e-mail mail print linkedin reddit pinterest messenger copy link save share tweet
        youtube instagram rss viber vk flipboard pocket tumblr skype line wechat weibo threads bluesky mastodon sms google + plus
        facebooktwitter sharetweet home news world politics business opinion sport sports culture video videos live search menu
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Labels: sections, buttons, notices.</summary>
    public static readonly HashSet<string> Labels = Set([.. Buttons, .. """
        advertisement,ad,ads,advert,sponsored,promoted,supported by,subscribe,subscribe now,subscribe today,sign in,sign up,log in,login,logout,register,
        my account,account,profile,menu,open menu,close menu,search,close,open,back,next,previous,prev,forward,top,back to top,up,more,less,loading,
        loading...,please wait,home,homepage,news,latest,latest news,breaking,breaking news,world,world news,us,u.s.,u.s. news,uk,uk news,europe,asia,
        africa,middle east,americas,latin america,asia pacific,international,national,local,politics,business,economy,markets,finance,opinion,
        opinions,editorial,editorials,commentary,analysis,features,feature,explainer,explainers,sport,sports,culture,arts,entertainment,lifestyle,life,
        style,travel,food,health,science,tech,technology,environment,climate,education,law,crime,weather,video,videos,watch,watch live,listen,
        listen live,live,live tv,live blog,live updates,podcast,podcasts,audio,photos,pictures,gallery,galleries,multimedia,infographics,programs,
        programmes,shows,magazine,archive,archives,about,about us,contact,contact us,careers,jobs,advertise,advertise with us,help,faq,support,
        feedback,terms,terms of use,terms of service,terms and conditions,privacy,privacy policy,cookies,cookie policy,accessibility,sitemap,
        site map,rss,newsletter,newsletters,apps,mobile,press,press room,media,events,donate,shop,store,english,language,languages,select language,
        edition,editions,follow,follow us,following,share,share this,share this article,share this story,sharing,tweet,like,comment,reply,report,flag,
        recommend,save,saved,print,print this page,copy link,link copied,copied,email,e-mail,download,view,view all,see all,show all,show more,load more,
        read,read more,read full story,read the full story,continue reading,learn more,find out more,discover more,click here,more info,details,
        tags,tag,topics,topic,categories,category,keywords,author,authors,about the author,byline,staff,editor,transcript,caption,
        photo,image,file photo,file image,getty images,getty,reuters,afp,ap,associated press,epa,credit,copyright,image source,image copyright,
        play,pause,mute,unmute,fullscreen,settings,embed,expand,collapse,enlarge,zoom,hide caption,toggle caption,hide,show,skip,skip to content,
        skip to main content,skip to navigation,skip ad,jump to content,accessibility links,navigation,main navigation,breadcrumb,breadcrumbs,
        accept,accept all,accept all cookies,reject all,manage cookies,cookie settings,i agree,agree,ok,got it,no thanks,not now,yes,no,submit,send,
        cancel,apply,go,start,continue,notifications,turn on notifications,text size,font size,a a,aa,a+,a-,print edition,e-paper,epaper,
        gift article,give this article,bookmark,remove bookmark,add to reading list,my list,members only,premium,exclusive,free,trial,
        quick links,useful links,site index,site search,search this site,enter keyword,date,time,location,published,updated,last updated,posted,
        posted on,by,from,source,sources,via,share via,share on,listen to article,listen to this article,read aloud,translate,google news,
        all,other,others,misc,general,uncategorized,special reports,special report,investigations,fact check,in depth,in-depth,in brief,
        """.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]);

    /// <summary>Headings under which links to other articles stand.</summary>
    public static readonly HashSet<string> LinkLists = Set("""
        related,related articles,related article,related stories,related story,related news,related content,related links,related posts,related topics,
        related coverage,related reading,related items,related videos,more stories,more news,more on this story,more on this topic,more on this,more like this,
        more from this section,more in this section,more to explore,most read,most popular,most viewed,most shared,most commented,most recent,popular,
        popular now,popular stories,popular posts,popular articles,trending,trending now,trending stories,top stories,top news,top picks,
        today's top stories,latest stories,latest articles,latest posts,latest headlines,latest updates,recent posts,recent articles,recent news,
        recent stories,recommended,recommended for you,recommended stories,recommended reading,recommended articles,you may also like,you might also like,
        you may like,you might like,you may also be interested in,also read,read also,read next,up next,what to read next,see also,see more,
        editors' picks,editor's picks,editor’s picks,editors’ picks,editor's choice,editor’s choice,must read,must reads,don't miss,don’t miss,
        in case you missed it,around the web,from around the web,from the web,from our partners,promoted stories,sponsored content,sponsored stories,
        promoted content,other stories,other news,other articles,further reading,more headlines,headlines,in other news,elsewhere on the web,
        stories you may like,more articles,more posts,similar articles,similar posts,more top stories,explore more,keep reading,previous articles,
        featured,featured stories,featured news,featured posts,hot topics,news in pictures,suggested articles,suggested for you,more for you,
        """.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static HashSet<string> Set(IEnumerable<string> words) => new(words, StringComparer.OrdinalIgnoreCase);
}
