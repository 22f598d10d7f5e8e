var searchData=
[
  ['pending_0',['pending',['../group__by__name.html#ggafc352174176414b07e58e1c359e60064a7c6c2e5d48ab37a007cbf70d3ea25fa4',1,'eyeballs::pending()'],['../group__trace.html#gga17ecc9091a4321c0264aae733f716ed2a7c6c2e5d48ab37a007cbf70d3ea25fa4',1,'eyeballs::pending()']]]
];
