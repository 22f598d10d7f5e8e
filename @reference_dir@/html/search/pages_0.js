var searchData=
[
  ['reference_0',['Reference',['../index.html',1,'']]]
];
