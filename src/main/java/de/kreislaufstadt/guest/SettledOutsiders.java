package de.kreislaufstadt.guest;

import de.kreislaufstadt.process.SingleRights;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class SettledOutsiders implements Outsiders {

    private final ExternalAccounts accounts;
    private final Rights rights;

    SettledOutsiders(ExternalAccounts accounts, Rights rights) {
        this.accounts = accounts;
        this.rights = rights;
    }

    @Override
    public void settle(String id, String name, String organisation, String password) {
        accounts.settle(id, new ExternalAccounts.Wanted(name, organisation, null, null), password);
    }

    @Override
    public void letModerate(String municipality, UUID workshop, String account) {
        String group = SingleRights.workshop(workshop);
        if (rights.today(account).stream().noneMatch(right -> right.group().equals(group))) {
            rights.give(new Rights.Wanted(municipality, account, workshop, null, null), account);
        }
    }
}
