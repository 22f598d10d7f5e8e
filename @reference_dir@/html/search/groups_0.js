var searchData=
[
  ['addresses_0',['Addresses',['../group__address.html',1,'']]],
  ['attempts_1',['Attempts',['../group__attempts.html',1,'']]]
];
