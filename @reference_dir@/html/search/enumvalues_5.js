var searchData=
[
  ['failed_0',['failed',['../group__by__name.html#ggafc352174176414b07e58e1c359e60064a26934eb377001f66e37289a5c93fe284',1,'eyeballs::failed()'],['../group__trace.html#gga17ecc9091a4321c0264aae733f716ed2a26934eb377001f66e37289a5c93fe284',1,'eyeballs::failed()']]]
];
