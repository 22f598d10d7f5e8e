var searchData=
[
  ['address_5ffamily_0',['address_family',['../group__address.html#ga9a9548323da63a06038f334d1c641246',1,'eyeballs']]]
];
