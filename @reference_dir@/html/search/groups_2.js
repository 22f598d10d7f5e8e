var searchData=
[
  ['happy_20eyeballs_0',['Happy Eyeballs',['../group__happy__eyeballs.html',1,'']]]
];
