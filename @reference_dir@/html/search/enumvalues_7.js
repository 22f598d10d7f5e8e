var searchData=
[
  ['left_5fout_0',['left_out',['../group__by__name.html#ggafc352174176414b07e58e1c359e60064a88cbf89c7a886d39e3fe85fa64af6d1e',1,'eyeballs::left_out()'],['../group__trace.html#gga17ecc9091a4321c0264aae733f716ed2a88cbf89c7a886d39e3fe85fa64af6d1e',1,'eyeballs::left_out()']]]
];
